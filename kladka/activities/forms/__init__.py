"""What a POST or a filter says, turned into what actions and queries want to hear."""
