"""Errors that a module reports and handles, and statuses with which it ends the program."""
