"""What the pages of the desk gather from the modules below."""
