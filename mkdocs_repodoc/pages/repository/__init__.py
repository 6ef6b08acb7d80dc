"""The index page of the repository."""
