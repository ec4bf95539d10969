"""Who says what, of which country, and on which day."""
