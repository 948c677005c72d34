"""Advice points for residents and when they are open.

Start in `models.py`. Uses `programmes` and `activities`.
"""
