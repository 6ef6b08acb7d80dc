"""Lists and types that a new thing of an existing kind is added to, and what goes with each."""
