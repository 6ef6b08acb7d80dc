"""The command line: `mkdocs-repodoc`, for which neither MkDocs nor a theme need be installed."""
