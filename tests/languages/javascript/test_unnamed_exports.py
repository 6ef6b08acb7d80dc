"""Functions that a module exports without a name: what imports take, and what they call."""

from __future__ import annotations

import pytest
from support.linked import link_files

RUN = "export const run = options => { return options }"


@pytest.mark.parametrize(
    "written",
    [
        "async options => { run(options) }",
        "async function (options) { run(options) }",
        "options => run(options)",
    ],
)
def test_a_default_export_without_a_name_is_a_function_that_others_call(written: str) -> None:
    found = link_files(
        {
            "run.js": RUN,
            "cli.js": f"""
                import {{ run }} from './run.js'
                export default {written};
            """,
            "bin.js": """
                import release from './cli.js'
                release({})
            """,
        }
    )
    assert (2, "default") in found.links("bin.js", "release")
    assert (2, "run") in found.links("cli.js", "run")
    (symbol,) = found.repository.files["cli.js"].outline.symbols
    assert (symbol.kind, symbol.name, symbol.public) == ("function", "default", True)
    assert [site.scope for site in found.repository.links.uses.calls("cli.js")] == [0]


def test_a_function_that_is_all_a_module_of_node_exports_is_one_that_others_call() -> None:
    found = link_files(
        {
            "help.js": "exports.help = function (of) { return of }",
            "cli.js": """
                const { help } = require('./help')
                module.exports = function (of) { return help(of) }
                module.exports.extra = () => 1
            """,
            "bin.js": """
                const start = require('./cli')
                start(start.extra())
            """,
        }
    )
    assert found.links("bin.js", "start")[-2:] == [(2, "module.exports"), (2, "module.exports")]
    assert found.links("bin.js", "extra") == [(2, "extra")]
    exported = {each.name: each.public for each in found.repository.files["cli.js"].outline.symbols}
    assert exported == {"module.exports": True, "extra": True}
    assert found.links("cli.js", "help")[-1] == (2, "help")


def test_what_wraps_a_function_is_not_the_function() -> None:
    found = link_files({"cli.js": "export default wrapped(options => options)"})
    assert found.repository.files["cli.js"].outline.symbols == ()
