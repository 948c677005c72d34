"""The directory of municipalities (schema `public`): who they are, their hosts and colours, a schema for each.

Owns also what all of them share: the national tables (TERYT, DEGURBA) and the public copies of programmes that
the national page shows. Start in `middleware.py` (host to schema) and `actions.py` (a new municipality). Uses core
only; the modules above know nothing of tenancy.
"""
