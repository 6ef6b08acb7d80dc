"""Page bodies to HTML: templates, listings, prose, diagrams, and the styles and scripts for them."""
