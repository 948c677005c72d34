"""Settings, URL tables, the command line, and what follows from what.

Start in `settings.py`. Uses every module; nothing uses it.
"""
