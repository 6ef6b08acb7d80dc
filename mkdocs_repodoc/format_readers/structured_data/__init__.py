"""Readers of keys and values: JSON, TOML, YAML, INI, tables of text."""
