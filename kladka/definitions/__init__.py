"""A whole programme as one TOML file: check, load, export, compare.

Start in `format/` (what a file may say), `reading.py` (from bytes to a programme or to one sentence a mistake),
`canonical.py` (from a programme to bytes). Uses every module that keeps planned things.
"""
