"""Numbers of papers without gaps; templates and what was printed from what join them later.

Start in `actions.py`. Uses nothing but the database.
"""
