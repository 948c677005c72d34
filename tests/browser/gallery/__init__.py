"""Every component on pages of its own, served without a database, so that it is checked by itself."""
