"""Results that builds keep in the cache and use again: records, references, history, pages."""
