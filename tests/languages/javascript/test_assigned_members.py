"""Members that a local object is given by assignments."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

PARTS = {
    "shell.js": "export default class Shell { exec(command) { return command } }",
    "log.js": "export default class Log { exec(command) { return command } }",
}


def linked(body: str) -> Linked:
    code = f"""
        import Shell from './shell.js'
        import Log from './log.js'
        export const run = given => {{
          {body}
        }}
    """
    return link_files({**PARTS, "run.js": code})


@pytest.mark.parametrize(
    "body",
    [
        "const held = {}; held.shell = new Shell(); held.shell.exec(1)",
        "const held = {}; held.shell = held.shell || new Shell(); held.shell.exec(1)",
        "let held = {}; held.shell = new Shell(); const { shell } = held; shell.exec(1)",
        "let held = {}; held.shell = new Shell(); const { shell: it } = held; it.exec(1)",
        "const held = {}; held.shell = new Shell(); const later = () => held.shell.exec(1)",
    ],
)
def test_a_member_is_what_it_is_set_to(body: str) -> None:
    found = linked(body)
    assert found.links("run.js", "exec") == [(4, "Shell.exec")]
    assert found.confidences("run.js", "exec") == ["inferred"]


@pytest.mark.parametrize(
    "body",
    [
        # It is set to different things.
        "const held = {}; held.shell = new Shell(); held.shell = new Log(); held.shell.exec(1)",
        "const held = {}; held.shell = new Shell(); held.shell = given; held.shell.exec(1)",
        # Nobody knows what else it was given.
        "const held = given; held.shell = new Shell(); held.shell.exec(1)",
        "given.shell = new Shell(); given.shell.exec(1)",
        "const held = {}; held.shell = held.shell; held.shell.exec(1)",
    ],
)
def test_what_may_be_something_else_has_no_members(body: str) -> None:
    assert linked(body).links("run.js", "exec") == []
