"""One sentence as the grammars see it, and read from left to right into findings."""
