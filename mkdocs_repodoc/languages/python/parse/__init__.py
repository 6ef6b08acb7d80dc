"""Text of a Python file to a syntax tree, and what can be read off lines and nodes alone."""
