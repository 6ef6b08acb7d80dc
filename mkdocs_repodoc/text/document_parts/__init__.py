"""Parts of documents that are taken out of them: openings, sections, what is written as HTML."""
