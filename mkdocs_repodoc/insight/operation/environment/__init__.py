"""Environment variables that no line reads by a literal name."""
