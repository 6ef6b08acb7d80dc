"""Users of symbols and files: which they are, and how they are shown."""
