"""Other processes and interpreters: how work reaches them, and what they may import and run."""
