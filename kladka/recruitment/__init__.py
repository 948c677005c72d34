"""Who may take part and how places are given: rounds, grounds, schemes, applications, cards, protocols, decisions.

Start in `models/planned.py` and `models/scheme.py` (what a programme asks for), then follow one round through
`actions/`: `submission.py`, `card.py`, `protocol.py`, `promotion.py`; `decision.py` is the one place that decides.
`rules/` is plain: `ranking.py` gives the places, `scoring.py` the points, `eligibility.py` holds the checks of
eligibility, each with its own sentence. Uses `people`, `papers`, `programmes`, `places`, `audit` and `core`.
"""
