"""Offices and their holders: the phrase, its owner and status, whom it is said of, and when."""
