"""Findings in Python files: patterns, idioms, performance and security."""
