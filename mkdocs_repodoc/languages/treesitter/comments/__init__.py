"""Comments in syntax trees: whose they are, and what they document."""
