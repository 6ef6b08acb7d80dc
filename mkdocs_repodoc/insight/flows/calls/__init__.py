"""Calls: who calls whom, by name, through fields and callbacks, and under which conditions."""
