"""Groups, clubs, open events: sessions, who is expected, registers, head-counts, and what is occupied when.

Start in `models/session.py` and `actions/register.py`: one tick moves a participation. Uses participation,
people, programmes and places.
"""
