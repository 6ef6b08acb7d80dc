"""Turn a repository into a linked, searchable documentation site.

The data flows one way, and each step has a package of its own:

1. `sources` discovers the files; `analysis` turns each one, alone, into a `FileRecord`, by the
   front end of its language (`languages`) or the reader of its format (`format_readers`).
2. `linking` joins all records into one `Repository`: symbols, imports, references, tests, folders.
   `insight` answers questions about it: components, main flows, statistics.
3. `pages` plans the site (every URI, URL and anchor) and composes a page's blocks when asked.
4. A renderer (`rendering`) lays blocks out; `html` is the one there is. `client` is what runs in
   the browser.

`pipeline` is the only package that knows this order. `hosts` holds the edges to the programs that
build sites, and is the only room that imports them. `model` holds the nouns that the steps hand to
each other.
"""

__version__ = "0.2.0.dev0"
