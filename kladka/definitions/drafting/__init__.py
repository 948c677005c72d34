"""A definition as raw data, with whatever is still wrong in it: read, compared, brought up to date. No database."""
