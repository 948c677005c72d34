"""What the portal's pages show, read from the records of the modules below."""
