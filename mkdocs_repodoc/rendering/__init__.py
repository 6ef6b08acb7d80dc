"""The seam for output formats: what renders pages, and what it may ask of the repository."""
