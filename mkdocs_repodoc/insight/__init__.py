"""Questions about the linked repository whose answers are no blocks yet."""
