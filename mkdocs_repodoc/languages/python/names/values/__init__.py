"""Values in one file: what expressions, calls and parameters are by what the file states."""
