"""Who may take part and how places are given: rounds, grounds, criteria, applications, decisions.

Start in `models/planned.py` (what a programme asks for). Uses `people`, `papers` and `programmes`.
"""
