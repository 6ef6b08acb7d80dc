"""Formats, and languages that are only shown: their specs, and the files that they name."""
