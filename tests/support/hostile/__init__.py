"""A hostile repository: names, contents, history, settings, and what is to become of each."""
