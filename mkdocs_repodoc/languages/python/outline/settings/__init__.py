"""Settings of Python programs: lists of them, environment variables, what code makes of them."""
