"""What names in docstrings mean: each case has a word that must not link, and one that must."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc import linking

PACKAGE = {
    "pkg/__init__.py": "from .client import Client\nfrom .shapes import *\nimport os\n",
    "pkg/client.py": """
        import copy
        import json
        from pathlib import Path

        def data(): ...
        def name(): ...
        def run(): ...

        class Base:
            def close(self): ...
            def run(self): ...
            def style(self): ...

        class Client(Base):
            size = 3

            def __init__(self, data, copy, size: int = 3, pair: dict[str, run] = ","): ...

            def name(self): ...

            def send(self, style, *parts, name=None, **extra):
                def inner(order): ...

            @classmethod
            def load(cls, Path: Path): ...
    """,
    "pkg/shapes.py": "__all__ = ['Square', 'area', 'round_off']\n"
    "class Square: ...\ndef area(): ...\ndef round_off(): ...\n",
    "pkg/deep/__init__.py": "from .inner import Client, order\n",
    "pkg/deep/inner.py": "class Client: ...\ndef order(): ...\n",
    "pkg/deep/user.py": "def use(order): ...\n",
    "setup.py": "",
    "README.md": "# Read\n",
}


def meant(
    linked: Linked, path: str, scope: str, name: str, *, marked: bool = False
) -> str | list[str]:
    """Qualified name of a definition, or what it may mean in other projects."""
    position = linked.symbol(path, scope).position if scope else -1
    mention = linking.mentioned(linked.index, path, position, name, marked=marked)
    if mention.symbol is not None:
        return linked.repository.qualified_name(mention.symbol)
    return list(mention.elsewhere)


@pytest.fixture(scope="module")
def package() -> Linked:
    return link_files(PACKAGE)


@pytest.mark.parametrize(
    ("scope", "word"),
    [
        ("Client.send", "style"),  # a method of the base class
        ("Client.send", "name"),  # a method of the class and a function of the module
        ("Client.send", "parts"),
        ("Client.send", "extra"),
        ("Client.send", "name.upper"),
        ("Client.send.inner", "order"),
        ("Client.send.inner", "style"),  # a parameter of the function around
        ("Client.load", "Path"),  # a parameter with the name of an import
        ("Client.__init__", "size"),
        ("Client", "data"),  # of the constructor, and a function of the module
        ("Client", "copy"),  # of the constructor, and an imported module
        ("Client.send", "data"),
    ],
)
def test_a_parameter_is_nothing_to_link_to(scope: str, word: str, package: Linked) -> None:
    assert meant(package, "pkg/client.py", scope, word) == []


@pytest.mark.parametrize(
    ("scope", "name", "target"),
    [
        ("Client", "name", "pkg.client.Client.name"),  # its own before the module's
        ("Client.load", "name", "pkg.client.Client.name"),
        ("", "name", "pkg.client.name"),
        ("Base", "name", "pkg.client.name"),
        ("Client", "size", "pkg.client.Client.size"),  # what the parameter becomes
        ("Client", "run", "pkg.client.run"),  # in scope, before an inherited one
        ("Client.send", "run", "pkg.client.run"),  # a name in an annotation is no parameter
        ("Client", "close", "pkg.client.Base.close"),
        ("Client.send", "close()", "pkg.client.Base.close"),
        ("Client.send", "self.close", "pkg.client.Base.close"),
        ("Client.send", "self.name", "pkg.client.Client.name"),
        ("Client.load", "cls.size", "pkg.client.Client.size"),
        ("Client.send", "inner", "pkg.client.Client.send.inner"),
        ("Client.send", "data()", []),
        ("", "data", "pkg.client.data"),
        ("", "copy", ["copy"]),
        ("Client.send", "json.dumps", ["json.dumps"]),
    ],
)
def test_a_name_means_what_is_nearest(
    scope: str, name: str, target: str | list[str], package: Linked
) -> None:
    assert meant(package, "pkg/client.py", scope, name) == target


@pytest.mark.parametrize(
    ("name", "unmarked", "marked"),
    [
        ("style", [], "pkg.client.Client.style"),
        ("name", [], "pkg.client.Client.name"),
        ("Square", "pkg.shapes.Square", "pkg.shapes.Square"),
        ("round_off", "pkg.shapes.round_off", "pkg.shapes.round_off"),
        ("shapes.area", "pkg.shapes.area", "pkg.shapes.area"),
        ("area", [], "pkg.shapes.area"),
        ("pkg", "pkg", "pkg"),
        ("setup", [], "setup"),
        ("None", [], ["None"]),
        ("type", [], ["type"]),
        ("type()", ["type"], ["type"]),
        ("ValueError", ["ValueError"], ["ValueError"]),
        ("DELETE", [], []),
        ("nothing_of_the_kind", [], []),
        ("os", [], []),
        ("os.path", ["os.path"], ["os.path"]),
    ],
)
def test_a_word_needs_a_mark_to_mean_what_only_a_package_offers(
    name: str, unmarked: str | list[str], marked: str | list[str], package: Linked
) -> None:
    found = [
        meant(package, "pkg/client.py", "Client.send", name, marked=marked)
        for marked in (False, True)
    ]
    marked = marked.replace("Client.style", "Base.style") if isinstance(marked, str) else marked
    assert found == [unmarked, marked]


def test_the_nearest_package_goes_first(package: Linked) -> None:
    assert meant(package, "pkg/deep/user.py", "use", "Client") == "pkg.deep.inner.Client"
    assert meant(package, "pkg/deep/user.py", "use", "Square") == "pkg.shapes.Square"
    assert meant(package, "pkg/deep/user.py", "use", "order") == []
    assert meant(package, "pkg/deep/user.py", "", "order", marked=True) == "pkg.deep.inner.order"


def test_a_repository_may_be_a_package_itself() -> None:
    files = {
        "__init__.py": "from .tools.b import make_it\n",
        "tools/__init__.py": "",
        "tools/a.py": "",
        "tools/b.py": "def make_it(): ...\n",
    }
    linked = link_files(files)
    assert meant(linked, "tools/a.py", "", "no_such_thing") == []
    assert meant(linked, "tools/a.py", "", "make_it", marked=True) == "tools.b.make_it"
    assert meant(linked, "__init__.py", "", "no_such_thing") == []


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("pkg.Client", "pkg.client.Client"),
        ("pkg.client.Client.close", "pkg.client.Base.close"),
        ("pkg.shapes", "pkg.shapes"),
        ("Client", []),
        ("pkg", []),
        ("setup.py", []),
        ("README.md", []),
        ("os.path", []),
    ],
)
def test_documents_mean_full_paths_only(
    name: str, target: str | list[str], package: Linked
) -> None:
    assert meant(package, "README.md", "", name) == target


def test_a_symbol_exported_twice_is_one_definition() -> None:
    files = {
        "pkg/__init__.py": "from ._impl import run\nfrom ._impl import run as go\n",
        "pkg/api.py": "from pkg._impl import run\n",
        "pkg/_impl.py": "def run(): ...\n",
        "pkg/use.py": "",
    }
    linked = link_files(files)
    for name in ("pkg.run", "pkg.go", "pkg.api.run", "pkg._impl.run", "api.run"):
        assert meant(linked, "pkg/use.py", "", name) == "pkg._impl.run"


SIGNATURES: Mapping[str, set[str]] = {
    "def f(a, /, b: dict[str, 'x, y'] = (c, d), *e, g=h(i, j), **k): ...": set("abegk"),
    "def f(*, a='(b, c', d=lambda m: n): ...": {"a", "d"},
    "def f(): ...": set(),
}


@pytest.mark.parametrize("code", SIGNATURES)
def test_parameters_are_told_from_annotations_and_defaults(code: str) -> None:
    words = "abcdeghijkmnxy"
    definitions = "".join(f"def {word}(): ...\n" for word in words)
    linked = link_files({"app.py": f"{definitions}{code}\n"})
    hidden = {word for word in words if meant(linked, "app.py", "f", word) == []}
    assert hidden == SIGNATURES[code]


def test_code_of_a_language_without_links_means_no_names_of_another() -> None:
    """`pkg.client` is a module for a document, and a method of an object for Ruby."""
    linked = link_files({**PACKAGE, "lib/pkg.rb": "# Calls `pkg.client`.\nclass Pkg\nend\n"})
    assert meant(linked, "README.md", "", "pkg.client") != []
    assert meant(linked, "lib/pkg.rb", "", "pkg.client") == []
    assert meant(linked, "lib/pkg.rb", "Pkg", "pkg.client.Client", marked=True) == []
