"""Meaning of Scala's names, in their file and in the packages of the repository."""
