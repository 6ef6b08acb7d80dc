"""The meaning of names over a whole repository: what languages share, each of which has its own."""
