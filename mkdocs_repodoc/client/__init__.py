"""The part that runs in the browser: scripts, styles, and the data that they fetch.

The data are the index of the symbol palette, the tree of files, and for each documented file the
hover cards and the references of its symbols.

Each file is a script that calls `repodocData(name, value)`, so that it loads from a folder on disk
(`file://`) as well as from a server. A name without a digest is all that a page has to know; what
it leads to carries the digest of the index, so that nothing of an older build is mixed in.
"""
