"""The trail: who changed what and who read whose record. Rows are only ever added.

Start in `actions.py` (`record`, `record_reading`) and `queries.py` (`trail_of`); a module's `trail.py` says in words
what its actions record. Personal values are encrypted with a key per person that lies outside the database
(`keys.py`). Uses municipalities (whose keys) and core.
"""
