"""Pages of sessions: find through the door, allow, read the form, one action, answer."""
