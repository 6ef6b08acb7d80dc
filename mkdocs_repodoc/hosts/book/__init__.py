"""The edge to reading devices: the book of a configured repository as a file."""
