"""The first use that the documents show, and what it calls in the software."""
