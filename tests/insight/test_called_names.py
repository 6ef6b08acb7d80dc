"""Lists of names whose methods a function calls."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.changing.lists.called_names import called_names

NAMES = '"bail", "color", "delay", "diff"'


@pytest.mark.parametrize(
    "code",
    [
        f"function make() {{\n  [\n    {NAMES},\n  ].forEach((it) => {{\n    this[it]();\n  }});",
        f"def make(self):\n    for name in ({NAMES}):\n        getattr(self, name)()\n",
        f"def make\n  [{NAMES}].each do |name|\n    public_send(name)\n  end\nend\n",
    ],
)
def test_names_that_are_called_are_a_list(code: str) -> None:
    (found,) = called_names(code.split("\n"), 10)
    assert found.labels == ("bail", "color", "delay", "diff")
    assert found.line == 11


@pytest.mark.parametrize(
    "code",
    [
        f"def make(self):\n    for name in ({NAMES}):\n        print(name)\n",
        f"def make(self):\n    names = [{NAMES}]\n    getattr(self, name)()\n",
        'def make(self):\n    for name in ("a", "b"):\n        getattr(self, name)()\n',
    ],
)
def test_other_names_are_none(code: str) -> None:
    assert list(called_names(code.split("\n"), 1)) == []
