"""Features of Gherkin for mkdocs-repodoc."""
