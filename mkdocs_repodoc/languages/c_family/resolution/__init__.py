"""Names of C: what identifiers mean in their file, and along the includes of the repository."""
