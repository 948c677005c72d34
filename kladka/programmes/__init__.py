"""Programmes: what is planned and published of them, who runs them, who works in them and until when.

Start in `models/programme.py`. A programme is the series of editions that residents know; an edition is one grant
agreement. Planned rows carry the key that names them in a programme file (`kladka.definitions`). Uses `places`
(where), `accounts` (users).
"""
