"""Evidence for those who change code: callers, tests, late changes, and where to add things."""
