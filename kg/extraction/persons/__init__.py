"""Names of people: where one begins and ends, which are one person, whom pronouns mean."""
