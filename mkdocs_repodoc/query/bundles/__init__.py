"""Bundles: a few files with what it takes to understand them, within a number of tokens."""
