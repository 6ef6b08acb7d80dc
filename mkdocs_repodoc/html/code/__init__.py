"""Source code as HTML: colours, listings, fences."""
