"""Every published figure of the demo's programmes beside what the records hold.

Start in `rows.py` (which figures, and when one holds); `reaching.py` says what the records tell of each.
"""
