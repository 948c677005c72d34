"""The desk's pages of a definition: as it is in force, as drafts, and the way from one to the other."""
