"""Training flats and therapies.

Start in `models.py`. Uses `programmes`.
"""
