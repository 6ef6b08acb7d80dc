"""Page bodies to HTML: templates, listings, prose and diagrams."""
