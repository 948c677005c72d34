"""Arithmetic of the public calendar. Plain Python."""
