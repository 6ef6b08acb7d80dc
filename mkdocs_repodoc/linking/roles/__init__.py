"""The role of each file in its repository, and the evidence for it."""
