"""The insight into one repository as a whole."""

from __future__ import annotations

from functools import partial

from support.linked import link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.text.source_text import SourceText

BODY = "".join(f"def f{number}(x):\n    return x + {number}\n\n\n" for number in range(40))
SOFTWARE = {
    "core/gauge.py": f'class Gauge:\n    """A gauge."""\n\n\n{BODY}',
    "core/tide.py": f'from core.gauge import Gauge\n\n\nclass Tide:\n    """A tide."""\n\n\n{BODY}',
    "web/page.py": f"from core.gauge import Gauge\nfrom core.tide import Tide\n\n\n{BODY}",
    "sample/boat.py": 'class Boat:\n    """A boat."""\n',
}


def test_types_beside_the_software_are_no_key_abstractions() -> None:
    linked = link_files(SOFTWARE)
    insight = RepositoryInsight(
        linked.repository,
        partial(linking.exports_of, linked.index),
        lambda path: SourceText(linked.texts[path], "utf-8"),
    )
    names = {linked.repository.symbol(ref).name for ref in insight.abstractions.symbols}
    assert names == {"Gauge", "Tide"}


def test_what_tests_share_is_none_of_the_software() -> None:
    shared = {
        "tests/__init__.py": "class Parent:\n    pass\n",
        "tests/test_tide.py": "from tests import Parent\n\n\ndef test_it():\n    Parent()\n",
        "tests/test_gauge.py": "def test_it():\n    pass\n",
    }
    linked = link_files({**SOFTWARE, **shared})
    insight = RepositoryInsight(
        linked.repository,
        partial(linking.exports_of, linked.index),
        lambda path: SourceText(linked.texts[path], "utf-8"),
    )

    assert "tests/__init__.py" not in insight.code
    found = (*insight.abstractions.symbols, *insight.abstractions.others)
    assert "Parent" not in {linked.repository.symbol(ref).name for ref in found}
