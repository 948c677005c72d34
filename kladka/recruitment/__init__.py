"""Who may take part and how places are given: rounds, grounds, criteria, applications, decisions.

Start in `models/planned.py` (what a programme asks for) and `actions/`; `rules/eligibility.py` holds the checks of
eligibility, each with its own sentence. Uses `people`, `papers` (numbers), `programmes`, `audit` and `core`.
"""
