"""Courses and internships.

Start in `models.py`. Uses `programmes`.
"""
