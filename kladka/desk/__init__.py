"""Pages for staff that combine modules: Today, programme cockpit, person's file, search. No models; start in `urls.py`."""
