"""Kinds of statements of files, by what they are about."""
