"""The parts of the book on the documents of the repository itself."""
