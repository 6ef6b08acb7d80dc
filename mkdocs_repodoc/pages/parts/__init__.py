"""Parts of pages that several page kinds share: links, summaries, uses, commands, diagrams."""
