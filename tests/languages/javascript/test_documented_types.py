"""Types that comments state, and what objects are given without a declaration."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

MILL = """
    const Sieve = require('./sieve.js');
    module.exports = Mill;
    exports.Other = Sieve;
    /** Makes flour. */
    function Mill(options) {
      this.sieve = new Sieve(options);
      this.rest = null;
      this.grain(1).turn(2);
    }
    Mill.prototype.grain = function (kind) { this.kind = kind; return this; };
    Mill.prototype.turn = function (times) { this.sieve.shake(times); return this; };
    Mill.prototype.run = function (then) { return then; };
"""
SIEVE = """
    class Sieve {
      constructor(width) { this.width = width; this.mesh = new Mesh(); this.mesh.clean(); }
      shake(times) { return times; }
    }
    class Mesh { clean() { return 1; } }
    module.exports = Sieve;
"""
FILES = {
    "mill.cjs": MILL,
    "sieve.js": SIEVE,
    "kinds.d.ts": "export interface Options { deep(): void }",
}


def linked(code: str) -> Linked:
    return link_files({**FILES, "run.cjs": code})


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        ("Mill", "it.run(1)"),
        ("?Mill", "it.run(1)"),
        ("Mill|null", "it.run(1)"),
        ("(Mill | undefined)", "it.run(1)"),
        ("import('./mill.cjs')", "it.run(1)"),
        ("Mill[]", "it.forEach(one => one.run(1))"),
        ("Array<Mill>", "it[0].run(1)"),
        ("Promise<Mill>", "(await it).run(1)"),
        ("Mill", "it = other() || it; it.run(1)"),
        ("Mill", "const later = () => it.run(1)"),
    ],
)
def test_a_parameter_is_what_the_comment_above_says(type_: str, body: str) -> None:
    code = f"""
        /** @typedef {{import('./mill.cjs')}} Mill */
        /**
         * Runs it.
         * @param {{{type_}}} [it] - what runs
         */
        exports.start = async (it) => {{ {body} }};
    """
    found = linked(code)
    assert found.links("run.cjs", "run") == [(6, "Mill.run")]
    assert found.confidences("run.cjs", "run") == ["inferred"]


@pytest.mark.parametrize(
    "head",
    [
        "const start = async function (it) {",
        "function start(it) {",
        "module.exports = (it) => {",
        "export async function start(it) {",
    ],
)
def test_the_comment_is_above_the_statement_of_the_function(head: str) -> None:
    code = f"""
        const Mill = require('./mill.cjs');
        /** @param {{Mill}} it */
        {head} return it.run(1); }}
    """
    assert linked(code).links("run.cjs", "run") == [(3, "Mill.run")]


def test_a_name_is_what_the_comment_takes_from_a_module() -> None:
    code = """
        /** @import { Options as Kept } from './kinds.d.ts' */
        class Shop {
          /** @param {Kept} given */
          constructor(given) { this.given = given; }
          open() { return this.given.deep(); }
        }
    """
    assert linked(code).links("run.cjs", "deep") == [(5, "Options.deep")]


@pytest.mark.parametrize(
    "comment",
    [
        "/** @param {Mill} other */",
        "/** @param {Mill|Sieve} it */",
        "/** @param {Mill} it.part */",
        "// @param {Mill} it",
        "/** @param {Unknown} it */",
    ],
)
def test_what_no_comment_states_stays_unknown(comment: str) -> None:
    code = f"""
        const Mill = require('./mill.cjs');
        const Sieve = require('./sieve.js');
        {comment}
        function start(it) {{ return it.run(1); }}
    """
    assert linked(code).links("run.cjs", "run") == []


def test_a_function_that_makes_objects_calls_their_methods() -> None:
    found = linked("")
    assert found.links("mill.cjs", "grain") == [(8, "Mill.grain")]
    assert found.links("mill.cjs", "turn") == [(8, "Mill.turn")]


def test_a_field_is_what_all_assignments_make() -> None:
    found = linked("")
    assert found.links("mill.cjs", "shake") == [(11, "Sieve.shake")]
    assert found.links("sieve.js", "clean") == [(2, "Mesh.clean")]
    changed = MILL.replace("this.rest = null;", "this.sieve = options.sieve;")
    assert link_files({**FILES, "mill.cjs": changed}).links("mill.cjs", "shake") == []


def test_what_a_file_exports_is_known_in_it() -> None:
    code = """
        const Mill = require('./mill.cjs');
        exports.Mill = Mill;
        const made = new exports.Mill();
        made.run(1);
    """
    assert linked(code).links("run.cjs", "run") == [(4, "Mill.run")]
