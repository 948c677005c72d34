"""Forms of recruitment: each turns what was typed into what an action wants to hear."""
