"""The edge without a site generator: a finished tree of HTML, and a preview of it."""
