"""Who signs in: users, sign-in with a second factor, sessions that end, and the door of the desk.

Start in `actions.py` and `middleware.py`: a page that the settings do not list as open needs sign-in. allauth does
the work of signing in; `adapters.py`, `forms.py` and the templates give it our rules, words and clothes. Roles are
held by `programmes.TeamMember`. Uses audit, municipalities and core.
"""
