"""Invented lives in the six programmes and in Przykładowo, lived through the actions that people use.

Start in `invention.py` (who the people are). Uses every module's actions; nothing uses it. What was never
published (first days, weekly frames) lies in files of its own here and is shown nowhere as published.
"""
