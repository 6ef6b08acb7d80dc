"""Code read line by line, in whatever language: calls, branches, comments."""
