"""Names over all Python files: modules, imports, star imports and exports, classes and values."""
