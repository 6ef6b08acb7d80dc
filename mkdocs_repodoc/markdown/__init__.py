"""Blocks to Markdown, a renderer: for programs that read pages, and for other site generators."""
