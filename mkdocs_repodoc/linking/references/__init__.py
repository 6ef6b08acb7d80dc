"""References after resolution: packed by file, and by the symbol that they mean."""
