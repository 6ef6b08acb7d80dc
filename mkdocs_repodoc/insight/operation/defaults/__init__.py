"""Defaults of options, fields and listed settings, wherever code gives them."""
