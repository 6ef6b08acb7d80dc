"""The edge to other site generators: pages as Markdown, in the form that each takes."""
