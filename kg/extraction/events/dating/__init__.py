"""The day of an event: the time beside its verb, the day of the scene it belongs to, days counted from other events."""
