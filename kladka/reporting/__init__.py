"""Official participants' files as sealed packages, and the verdicts that say who may stand in them.

Start in `actions/exporting.py` (`export_participants`). A file's format is data (`layouts/*.toml`), read by `layouts`;
`lines` and `files` turn one line and one file into values and back; `rules` holds the checks V01–V19, one
small function each; `queries/lines.py` makes the lines of an edition in one SQL statement.
Uses participation, people, programmes, places, audit, municipalities and core.
"""
