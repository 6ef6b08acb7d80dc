"""Statuses with which programs end: numbers behind expressions, and their circumstances."""
