"""The documentation page of a file, one module a section."""
