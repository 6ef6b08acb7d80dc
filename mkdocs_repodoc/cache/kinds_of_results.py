"""The kinds of results that the cache keeps, and what the key of each one covers.

Whoever makes a result also encodes it and makes its key; `docs/architecture.md` shows both side by
side. A result of another shape needs no number of a version: the code that makes it is in its key.
"""

from __future__ import annotations

from enum import StrEnum


class Cached(StrEnum):
    """A kind of result; its value is how the cache's file names it."""

    OUTLINE = "outline"
    """The half of a file's record that linking needs (`pipeline.stores.record_store`; of files of
    the past `pipeline.stores.earlier_outlines`).

    Key: the file's content, base name and language, the options and code that change a record.
    """
    DETAIL = "detail"
    """The other half of a record (`pipeline.stores.record_store`); key: that of the outline."""
    RESOLVED = "resolved"
    """What a file's identifiers mean (`pipeline.stores.reference_store`).

    Key: the file's record and path, the names of all files, what an index says, the code that
    resolves.
    """
    RESOLUTION = "resolution"
    """What the last build of a folder has resolved (`pipeline.stores.earlier_resolution`): its
    files with the keys of their records and references.

    Key: the folder, the code that resolves.
    """
    LINKS = "links"
    """What the last run of a folder has linked beside references (`pipeline.stores.kept_links`).

    Key: the folder, the code that links; the files with the keys of their records are a part of
    the value, and another run takes it if it has the same.
    """
    SIGHTINGS = "sightings"
    """What the last run has seen of the files of a folder (`pipeline.stores.kept_sightings`): what
    they are, with their digests, as long as the file system's times and numbers are the same.

    Key: the folder, the code that tells what a file is.
    """
    INDEXED = "indexed"
    """What an index says of a file (`pipeline.stores.scip_indexes`).

    Key: the index's document, the file's path and content, the code that reads it.
    """
    HISTORY = "history"
    """What git knows of the files (`pipeline.stores.history`).

    Key: the plugin's version, the fields of `GitHistory`, folder, commit, branch, releases, and
    the list of files.
    """
    TOUR = "tour"
    """Whether there is a tour of the source (`pipeline.stores.known_tours`).

    Key: all that the site is made from.
    """
    SEAL = "seal"
    """A random text by which a build knows what an earlier one has written into the folder of a
    site (`pipeline.writing.origin_seal`).

    Key: a word; it is the same for all sites.
    """
    PAGE = "page"
    """A page, or the body of one (`pipeline.stores.page_store`); key: its own digest."""
    PROOF = "proof"
    """What a page that is kept follows from (`pipeline.stores.page_store`).

    Key: the page's source URI, what all pages share, and what was made of the page.
    """
    TRACE = "trace"
    """What composing the pages of a file, or one of a folder, has read, and found there
    (`pipeline.traces`).

    Key: the file's path or the page's source URI, and what all pages share.
    """
    TRIGRAMS = "trigrams"
    """The pieces that a file's lines are cut into, and the trigrams of each
    (`client.source_search.known_pieces`).

    Key: the file's record and origin, and what all pages share.
    """
    SEARCH = "search"
    """What a search has found in each file, each with the key of the file's record
    (`pipeline.stores.kept_searches`).

    Key: the folder, the code that searches, the search and what is sought.
    """
    DATA = "data"
    """A file that the site has beside its pages (`pipeline.writing.published_files`).

    Key: the file's path in the site, and the site; of data on the symbols of one file instead what
    they follow from, and what all pages share. The list of them all has the key of the site.
    """
