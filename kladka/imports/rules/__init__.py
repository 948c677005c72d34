"""What a stranger's sheet means: its header, its columns, its cells. Plain Python, no file and no record is touched."""
