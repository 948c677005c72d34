"""What towns have today becomes clean records: any spreadsheet is read, understood, rehearsed, done and undone.

Start in `actions/importing.py` (`rehearse`, `import_sheet`). `reading` opens files of strangers in a limited process of
its own; `rules` recognises headers, columns and words (plain Python); `profiles` are official layouts of others.
Uses reporting (layouts, lines, the rules V01–V20), participation, people, places, programmes, audit and core.
"""
