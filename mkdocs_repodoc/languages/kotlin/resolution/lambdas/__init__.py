"""Lambdas of Kotlin: the targets that they leave, and the types that are wanted of them."""
