"""Meaning of Haskell's names, in their file and in the modules of the repository."""
