"""Links between files: imports and what follows from them, relations, tests, files to read next."""
