"""Pages of programmes and their teams."""
