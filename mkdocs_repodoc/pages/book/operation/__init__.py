"""The book on the software as somebody runs it: settings, and what follows when it fails."""
