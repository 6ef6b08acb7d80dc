"""The portraits of types in the book: the key abstractions at length, all others in a line."""
