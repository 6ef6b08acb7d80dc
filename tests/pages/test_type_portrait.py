"""Portraits of types in the book: what their objects are made with, names of bare methods."""

from __future__ import annotations

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

MILL = """
/** A mill, which the software is about. */
export class Mill {{
  constructor(size) {{
    this.size = size;
    this.stones = [];
    this.sieve = new Sieve(size);
  }}
  turn(times) {{ return this.stones.length * times; }}
}}

/** A sieve for it. */
export class Sieve {{
  constructor(width) {{ this.width = width; }}
{padding}}}
"""
PADDING = "".join(f"  part{number}() {{ return {number}; }}\n" for number in range(40))


def test_objects_without_declared_fields_are_told_with_what_they_are_made_with() -> None:
    files = {
        "package.json": '{"name": "mill", "type": "module", "main": "mill.js"}',
        "mill.js": MILL.format(padding=PADDING),
        "index.js": "import { Mill } from './mill.js';\nnew Mill(1).turn(2);\n",
    }
    linked = link_files(files)
    details = linked.details.__getitem__
    context = made_context(linked.repository, texts=linked.texts, detail=details)
    told = chapter(context, "Key Abstractions")
    made = told.partition("Its objects are made with")[2].partition("Its methods")[0]

    assert "[size](" in made
    assert ")` = []`, [sieve](" in made
    assert ")` = new Sieve(size)`" in made
    assert "\n- [turn](" in told
    assert "(times)" not in told
