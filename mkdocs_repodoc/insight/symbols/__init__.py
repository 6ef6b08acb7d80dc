"""The symbols of a file: how they are nested, the main one, and the names that others use."""
