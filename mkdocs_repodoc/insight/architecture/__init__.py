"""The parts that a repository is made of, what joins them, and its key abstractions."""
