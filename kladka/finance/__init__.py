"""Money of programmes: budgets, who pays which part, amounts by year, budget lines.

Start in `models.py` (what is planned) and `rules.py` (how a part is cut). Uses `programmes`.
"""
