"""Cases of tests: those that no count shows, and what they need beside the code."""
