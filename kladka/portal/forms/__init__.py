"""What residents fill in: each turns what was typed into what a query or an action wants to hear."""
