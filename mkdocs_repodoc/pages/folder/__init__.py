"""The index and the documentation page of a folder."""
