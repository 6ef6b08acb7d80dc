"""Meaning of PHP's names, in their file and in the namespaces of the repository."""
