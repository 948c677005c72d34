"""Volunteers: where and how they act in a programme.

Start in `models.py`. Uses `programmes`.
"""
