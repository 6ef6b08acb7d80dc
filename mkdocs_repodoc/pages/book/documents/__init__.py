"""What the book says of the repository's own documents."""
