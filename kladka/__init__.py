"""Kładka: inclusion programmes of a municipality, entered once.

Start with ARCHITECTURE.md; `kladka map WORD` prints the line from an address to its tests.
"""
