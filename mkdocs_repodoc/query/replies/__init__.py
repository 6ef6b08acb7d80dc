"""Answers to the questions: their types, and the functions that make them."""
