"""Turn a repository into a linked, searchable documentation site.

The data flows one way, and each step has a package of its own:

1. `analysis` discovers the files and turns each one, alone, into a `FileRecord`.
2. `linking` joins all records into one `Repository`: symbols, imports, references, tests, folders.
3. `pages` plans the site (every URI, URL and anchor) and composes a page's blocks when asked.
4. `render` lays blocks out as HTML.

`pipeline` is the only module that knows this order. `plugin` is the edge to MkDocs, and the
only place that imports it. `model` holds the nouns that the steps hand to each other.
"""

__version__ = "0.1.0"
