"""Plain rules: when a register is open, what a weekly frame means, who overlaps whom, which mark wins."""
