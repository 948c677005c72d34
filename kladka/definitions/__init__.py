"""A whole programme as one TOML file, or as a draft made at the desk: check, compare, approve, load, export.

Start in `format/` (what a file may say), `reading.py` (from bytes to a programme or to one sentence a mistake),
`canonical.py` (from a programme to bytes), `drafting/` (the same as raw data that may still be wrong) and
`actions/`. Uses every module that keeps planned things.
"""
