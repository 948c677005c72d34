"""Residents' own initiatives: calls with their pot and limit.

Start in `models.py`. Uses `programmes`.
"""
