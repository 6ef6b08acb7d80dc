"""Whatever names, sources and documentation a repository has, each file gets its pages."""

from __future__ import annotations

import html
import logging
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.repositories import write_files

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.declared import option_fields, read_options
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.reporting.build_summary import report
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.source_text import decode

ENDINGS = (
    *(".py", ".pyi", ".md", ".rst", ".json", ".toml", ".yaml", ".ipynb", ".sql", ".css", ".js", ""),
    *(".go", ".c", ".h", ".rs", ".java", ".cs", ".rb", ".php", ".sh", ".svg", ".txt"),
)
NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)
SHORT_NAMES = NAMES.filter(
    lambda name: name not in {".", ".."} and len(name.encode()) < 60 and name.lower() != ".git"
)
WORDS = st.sampled_from(
    [
        *("def f(", "class K:\n", "    ", "\n", "import ", "from . import *\n", "return ", "@"),
        *(
            "x = 1\n",
            "# ",
            "func ",
            "fn ",
            "(",
            ")",
            "{",
            "}",
            "[",
            "](",
            "'",
            "$",
            "/*",
            "*/",
            "//",
        ),
        *("'''", '"""', "```", ".. ", "<script>", "-->", "\\", "\t", "\r", "\0", "\u202e"),
        *("Args:\n", ":param x:", "=" * 9, "\U0001f600", "\U00077a28"),
    ]
)
SOURCES = st.one_of(
    st.lists(WORDS, max_size=30).map(lambda words: "".join(words).encode()),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=60),
)
FILES = st.dictionaries(
    st.tuples(SHORT_NAMES, st.sampled_from(ENDINGS)).map("".join), SOURCES, min_size=1, max_size=4
)
DOCSTRINGS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=20).map("".join)
QUICK = settings(
    deadline=None,
    max_examples=settings().max_examples // 8,
    suppress_health_check=[HealthCheck.too_slow],
)
"""Few: each is a build. `make fuzz` has more."""
LOG = logging.getLogger("mkdocs.plugins.repodoc")


def write_if_possible(root: Path, files: Mapping[str, bytes]) -> None:
    """Write what the file system takes: some fold case, some names are another one's."""
    for name, content in files.items():
        try:
            write_files(root, {name: content})
        except OSError:
            continue


def pages(root: Path) -> Mapping[str, str]:
    """Return the content of all pages of a folder outside git, by their URIs."""
    with closing(Builder(Settings(root=root, cache_dir=None, jobs=1))) as builder:
        site = builder.build({}, lambda *_: None)
        report(site, LOG)
        assert dict(site.data_files())
        assert site.outputs() is not None
        return {uri: site.render(uri).content for uri in site.plan.pages}


def harmless(content: str) -> bool:
    """Whether a page is text that HTML can hold, without an element that acts."""
    return "<script" not in content and content.encode().decode() == content


@QUICK
@given(FILES)
def test_every_file_has_its_pages_whatever_its_name_and_content(files: Mapping[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "made")
        root.mkdir()
        write_if_possible(root, files)
        made = pages(root)
        there = [path for path in root.rglob("*") if path.is_file()]
    assert len([uri for uri in made if uri.endswith("_docs.md")]) <= len(there) * 2 + 2
    assert all(map(harmless, made.values()))
    assert all("This page could not be made" not in content for content in made.values())


@QUICK
@given(DOCSTRINGS, st.sampled_from(["google", "numpy", "sphinx", "auto"]))
def test_any_docstring_is_shown_and_harmless(docstring: str, style: str) -> None:
    source = f"def f(x):\n    {docstring!r}\n    return x\n"
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), {"a.py": source.encode("utf-8", "replace")})
        chosen = Settings(root=Path(folder), cache_dir=None, jobs=1, docstring_style=style)  # type: ignore[arg-type] # a sample
        with closing(Builder(chosen)) as builder:
            site = builder.build({}, lambda *_: None)
            page = site.render(site.plan.uri("file", "a.py")).content
    assert harmless(page)
    assert "def" in html.unescape(page)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_with_lines(data: bytes) -> None:
    text = decode(data)
    assert "\r" not in text.text
    ended = text.text.endswith("\n") or not text.text
    assert len(text.lines) == text.text.count("\n") + (not ended)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


NAMES_OF_OPTIONS = st.one_of(
    st.sampled_from(sorted(each.name for each in option_fields())), st.text(max_size=5)
)


@given(st.dictionaries(NAMES_OF_OPTIONS, VALUES))
def test_any_configuration_is_taken_or_refused_in_words(said: Mapping[str, object]) -> None:
    refused: list[SettingsError] = []
    try:
        read_options(said)
    except SettingsError as error:
        refused.append(error)
    assert all(error.option in said for error in refused)
    assert all(str(error).startswith("repodoc option ") for error in refused)
