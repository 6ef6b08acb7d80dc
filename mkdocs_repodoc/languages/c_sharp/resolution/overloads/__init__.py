"""Overloads of C#: which of several methods of a name a call means."""
