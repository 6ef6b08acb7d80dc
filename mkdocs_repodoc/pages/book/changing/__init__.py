"""The parts of the book for those who are about to change the code."""
