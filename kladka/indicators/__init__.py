"""What is counted: measures with targets, and the ledger of persons with the proof behind each number.

Start in `models/planned.py` (what was promised). Uses `participation`, `activities` and `programmes`.
"""
