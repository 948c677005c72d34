"""`kladka bench`: how fast the product is, each figure beside the least that the same machine needs in the same run.

Start in `run.py`. Each bench is a module with one function that yields rows; the limits are those of the design.
Works in a database of its own, which is made and dropped again.
"""
