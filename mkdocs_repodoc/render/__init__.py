"""Page bodies to HTML: templates, listings, prose, diagrams, styles and scripts."""
