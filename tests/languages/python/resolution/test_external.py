"""Names of other projects, followed through the imports of the repository."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import link_files

from mkdocs_repodoc import linking


def names(
    code: str, name: str, files: Mapping[str, str] | None = None, scope: str = ""
) -> list[str]:
    linked = link_files({"app.py": code, **(files or {})})
    position = linked.symbol("app.py", scope).position if scope else -1
    return list(linking.names_elsewhere(linked.index, "app.py", position, name))


@pytest.mark.parametrize(
    ("code", "name", "meant"),
    [
        ("import numpy as np", "np.ndarray", "numpy.ndarray"),
        ("import numpy as np", "np.random.Generator.normal", "numpy.random.Generator.normal"),
        ("import os.path", "os.path.join", "os.path.join"),
        ("import xml.etree.ElementTree as ET", "ET.parse", "xml.etree.ElementTree.parse"),
        ("from pathlib import Path", "Path", "pathlib.Path"),
        ("from pathlib import Path as P", "P.cwd()", "pathlib.Path.cwd"),
        ("from collections import abc", "abc.Iterable", "collections.abc.Iterable"),
        ("from typing import *", "Any", "typing.Any"),
        ("", "str", "str"),
        ("", "dict.get", "dict.get"),
        ("", "~numpy.ndarray", "numpy.ndarray"),
    ],
)
def test_a_name_is_followed_through_the_import_that_binds_it(
    code: str, name: str, meant: str
) -> None:
    assert names(code, name) == [meant]


def test_a_name_in_a_default_is_no_parameter() -> None:
    code = "import numpy as np\ndef f(a=g(1, np), b=2): ...\n"
    assert names(code, "np.ndarray", scope="f") == ["numpy.ndarray"]
    assert names(code, "b", scope="f") == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("class Path: pass", "Path"),
        ("from pathlib import Path\nclass Path: pass", "Path"),
        ("def str(): pass", "str"),
        ("str = 3", "str"),
        ("", "Unknown"),
        ("", "not a name"),
        ("from . import missing", "missing"),
    ],
)
def test_a_name_that_the_file_defines_or_nobody_knows_means_nothing_elsewhere(
    code: str, name: str
) -> None:
    assert names(code, name) == []


def test_a_name_is_followed_through_a_module_of_the_repository() -> None:
    files = {
        "pkg/__init__.py": "from .compat import *\nfrom . import compat",
        "pkg/compat.py": "from pathlib import Path\nimport numpy as np\n__all__ = ['Path', 'np']",
    }
    assert names("from pkg.compat import Path", "Path", files) == ["pathlib.Path"]
    assert names("from pkg import Path", "Path", files) == ["pathlib.Path"]
    assert names("import pkg.compat", "pkg.compat.np.array", files) == ["numpy.array"]
    assert names("from pkg import compat as c", "c.Path", files) == ["pathlib.Path"]


def test_a_module_of_the_repository_is_never_another_project() -> None:
    files = {"numpy/__init__.py": "def array(): pass"}
    assert names("import numpy", "numpy.array", files) == []
    assert names("import numpy", "numpy.missing", files) == []
    assert names("", "numpy.missing", files) == []


def test_imports_in_a_circle_end() -> None:
    files = {"a.py": "from b import x\nfrom b import *", "b.py": "from a import x\nfrom a import *"}
    assert names("from a import x", "x", files) == []
    assert names("from a import y", "y", files) == []


def test_conditional_imports_are_tried_in_turn() -> None:
    code = """
        try:
            import tomllib
        except ImportError:
            import tomli as tomllib
        """
    assert names(code, "tomllib.load") == ["tomllib.load", "tomli.load"]


def test_a_variable_that_stands_for_a_missing_import_hides_nothing() -> None:
    code = """
        try:
            import numpy
        except ImportError:
            numpy = None
        """
    assert names(code, "numpy.array") == ["numpy.array"]


def test_inner_scopes_go_first() -> None:
    code = """
        from pathlib import Path

        class Shelf:
            from os import path as inner

            def Path(self): ...

            def read(self, str, *, sep: int = 3): ...

        def load():
            from io import StringIO
        """
    assert names(code, "Path") == ["pathlib.Path"]
    assert names(code, "Path", scope="Shelf") == []
    assert names(code, "inner.join", scope="Shelf") == ["os.path.join"]
    assert names(code, "StringIO", scope="load") == ["io.StringIO"]
    assert names(code, "StringIO") == []


def test_a_parameter_is_not_the_builtin_of_its_name() -> None:
    code = "def read(str, *, filter: int = 3, **dict): ..."
    assert names(code, "str", scope="read") == []
    assert names(code, "filter", scope="read") == []
    assert names(code, "dict", scope="read") == []
    assert names(code, "int", scope="read") == ["int"]


def test_a_file_of_another_language_means_nothing() -> None:
    linked = link_files({"app.c": "int main(void) { return 0; }"})
    assert list(linking.names_elsewhere(linked.index, "app.c", -1, "str")) == []
