"""Where things are: districts, addresses, venues with rooms, revitalisation areas with their registers.

One place is one record: `actions.register_address` is the only way in, and it finds the address that is
already there however it is spelled. Start in `models.py` and `rules.py`. Uses `audit`, `accounts` and `core`.
"""
