"""Persons: who they are, how to reach them, who is close to them, what they agreed to, and who may see them.

A person is one record in a municipality, whatever the number of programmes. Start in `models/person.py` and
`actions.py`; `models/involvement.py` is the door through which every view sees people,
and repeats what lists go by, so that `queries/listing.py` reads any page of any of them from one index. Uses `programmes`
(editions, teams), `places`, `accounts`, `audit` and `core`.
"""
