"""How each programme of the demo is lived: `plan.py` reads the invented part, `days.py` decides who comes when."""
