"""The directory of municipalities (schema public): who they are, their hosts, their colours. Uses core only."""
