"""Organisations and documents: where a name begins and ends, which are the same, and of which country."""
