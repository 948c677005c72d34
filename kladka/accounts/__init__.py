"""Who signs in: users, the names of roles, sign-in with a second factor, and sessions that end.

Start in `models.py` and `access.py`; roles are held by `programmes.TeamMember`, found through the setting
`ROLES_HELD`. Uses audit, municipalities and core.
"""
