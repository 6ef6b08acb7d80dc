"""Exact look-ups over a linked repository, for programs: a question in, an answer with proof out.

[`LiveRepository`][mkdocs_repodoc.query.live_repository.LiveRepository] keeps up with the files on
disk and answers the questions of [`asking`][mkdocs_repodoc.query.asking].
"""
