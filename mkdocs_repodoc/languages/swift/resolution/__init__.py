"""Meaning of the names of Swift's types, in their modules and where these are imported."""
