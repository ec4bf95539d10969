"""Who stands where in a sentence: noun phrases, subjects and objects of a verb, arguments of a noun, whom pronouns mean."""
