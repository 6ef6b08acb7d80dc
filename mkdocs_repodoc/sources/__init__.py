"""The files on disk, what kind each one is, and what git and coverage data know of them."""
