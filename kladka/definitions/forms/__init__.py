"""What people send to the pages of a definition."""
