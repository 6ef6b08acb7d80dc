"""Programs that command lines start: those of each language, those of none, and what they run."""
