"""One line on files and folders that say nothing of themselves."""

from __future__ import annotations

from typing import Any

import pytest
from body_text import phrase_text
from made_repository import made_context, made_file, made_repository, made_symbol

from mkdocs_repodoc.model.records import ImageSize, Import
from mkdocs_repodoc.model.repository import RepoFile, ResolvedImport, SymbolRef, Use
from mkdocs_repodoc.pages.parts.descriptions import describe_file, describe_folder


def described(file: RepoFile, *others: RepoFile, **links: Any) -> str:
    repository = made_repository([file, *others], **links)
    return phrase_text(describe_file(made_context(repository), file.path))


def test_dunder_names_are_no_description() -> None:
    symbols = [
        made_symbol("__all__", "attribute"),
        made_symbol("URL", "class"),
        made_symbol("T", "attribute", labels=("type variable",)),
    ]

    assert described(made_file("url.py", symbols)) == "Defines [URL](repo/url.py_docs.md#url.URL)"
    version = made_file("version.py", [made_symbol("__version__", "attribute")])
    assert described(version).startswith("Defines [__version__]")


def test_names_that_others_use_describe_a_file_first() -> None:
    symbols = [made_symbol(name, line=line) for line, name in enumerate("abcdef", 1)]
    used = Use("o.py", 1, 0, 1, "call", -1, "exact", 0, 1)
    files = [made_file("m.py", symbols), made_file("o.py")]
    repository = made_repository(files, uses={SymbolRef("m.py", 4): [used]})

    text = phrase_text(describe_file(made_context(repository), "m.py"))
    assert text.startswith("Defines [e](")
    assert text.endswith(" and 2 more")


def test_package_is_described_by_what_it_passes_on() -> None:
    package = made_file(
        "app/__init__.py",
        [made_symbol("__all__", "attribute")],
        role="package",
        exports=("__version__", "run"),
        imports=(Import("core", "run", "run", level=1, line=1),),
    )
    core = made_file("app/core.py", [made_symbol("run")])
    found = ResolvedImport("repository", "", "app/core.py", SymbolRef("app/core.py", 0))
    repository = made_repository([package, core])
    repository.links.imports["app/__init__.py"] = (found,)  # type: ignore[index]

    text = phrase_text(describe_file(made_context(repository), "app/__init__.py"))
    assert text == "Offers [run](repo/app/core.py_docs.md#app.core.run)"


def test_test_is_described_by_its_cases_and_what_they_are_for() -> None:
    test = made_file(
        "test_url.py", [made_symbol("test_a")], role="test", tests=("test_a", "test_b")
    )
    url = made_file("url.py")

    text = described(test, url, tested_by={"test_url.py": ("url.py",)})
    assert text == "2 test cases for [url.py](repo/url.py_docs.md)"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            made_file("run.sh", [made_symbol("P", "variable")], role="script", language="shell"),
            "Shell script",
        ),
        (made_file("LICENSE", role="licence", language="text", licence="MIT"), "Licence: MIT"),
        (
            made_file(
                "requirements.txt",
                [made_symbol("click", "dependency")],
                role="build",
                language="requirements",
            ),
            "Requires [click](repo/requirements.txt_docs.md#click)",
        ),
        (
            made_file(
                "logo.png",
                kind="image",
                role="image",
                language="png",
                image=ImageSize(3, 4),
            ),
            "PNG image, 3 × 4 pixels",
        ),
        (made_file("intro.md", language="markdown", summary="Start here:"), "Start here"),
    ],
    ids=lambda value: value.path if isinstance(value, RepoFile) else "",
)
def test_content_tells_what_a_file_is(file: RepoFile, text: str) -> None:
    assert described(file) == text


def test_folder_without_words_is_described_by_the_roles_of_its_files() -> None:
    files = [made_file("lib/deep/a.py"), made_file("lib/deep/b.py", role="script")]
    context = made_context(made_repository(files))

    assert phrase_text(describe_folder(context, "lib/deep")) == "1 module and 1 script"
    assert phrase_text(describe_folder(context, "lib")) == "1 module and 1 script"
