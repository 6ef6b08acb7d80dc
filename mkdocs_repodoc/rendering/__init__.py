"""The seam for output formats: what renders pages, what it may ask of the repository, addresses."""
