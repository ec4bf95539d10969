"""Places and countries by themselves."""
