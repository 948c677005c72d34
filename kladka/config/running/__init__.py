"""Everything between the word `kladka` and Django: which database, which processes, and how they end.

Start in `cli.py` beside this package. Uses `core.postgres`; loads no settings, so that a start costs little.
"""
