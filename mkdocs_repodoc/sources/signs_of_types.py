"""Signs of the type of a file, by names and tags of languages and formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.language import Lazy
from mkdocs_repodoc.languages.registry import LANGUAGES

_BY_NAME = {
    ".gitignore": "ignore",
    ".dockerignore": "ignore",
    ".npmignore": "ignore",
    ".prettierignore": "ignore",
    ".eslintignore": "ignore",
    ".helmignore": "ignore",
    ".hgignore": "ignore",
    ".ignore": "ignore",
    ".git-blame-ignore-revs": "ignore",
    "codeowners": "text",
    "manifest.in": "text",
    "py.typed": "text",
    ".python-version": "text",
    ".nvmrc": "text",
    "justfile": "makefile",
    "cmakecache.txt": "text",
    "procfile": "yaml",
    ".npmrc": "ini",
    ".yarnrc": "text",
    ".condarc": "yaml",
    ".env.example": "dotenv",
    "tsconfig.json": "json5",
    "jsconfig.json": "json5",
    ".eslintrc": "json5",
    "devcontainer.json": "json5",
    "meson_options.txt": "meson",
    "gemfile.lock": "text",
    "go.sum": "text",
}
_BY_EXTENSION = {
    "rest": "restructuredtext",
    "jsonc": "json5",
    "json5": "json5",
    "code-workspace": "json5",
    "webmanifest": "json",
    "har": "json",
    "jsonl": "text",
    "cfg": "ini",
    "conf": "text",
    "inc": "text",  # of whatever language includes it
    "def": "text",
    "dockerfile": "dockerfile",
    "mako": "html",
    "tsv": "csv",
    "tab": "csv",
    "vtt": "text",
    "mdown": "markdown",
    "mkd": "markdown",
    "rmd": "markdown",
    "qmd": "markdown",
    "pxi": "cython",
    "ipynb": "jupyter",
    "map": "json",
    "lock": "text",
    "pyc": "binary",
    "npz": "binary",
    "npy": "binary",
    "pt": "binary",
    "pth": "binary",
    "pkl": "binary",
    "parquet": "binary",
    "onnx": "binary",
    "db": "binary",
    "sqlite": "binary",
    "mp4": "binary",
    "mp3": "binary",
}
_BY_TAG = {
    "rst": "restructuredtext",
    "proto": "protobuf",
    "gitignore": "ignore",
    "myst": "markdown",
    "quarto": "markdown",
    "inx": "xml",
    "icon": "ico",
    "bitmap": "bmp",
    "objective-c++": "objective-c++",
    "clojurescript": "clojure",
    "lazarus": "xml",
    "nunjucks": "jinja",
    "geojson": "json",
    "system-verilog": "system-verilog",
    "starlark": "bazel",
    "pem": "text",
}
GENERIC = {"text", "binary", "image", "header", "audio", "zip", "gzip", "xml", "json", "yaml"}
_FORMAT_FAMILIES = (
    *("jupyter", "xml", "json", "yaml", "toml", "ini"),
    *("html", "groovy", "clojure", "erlang"),
)
_BY_INTERPRETER = {"make": "makefile", "Rscript": "r"}


class Signs(NamedTuple):
    """What tells types of files, those of all languages among them."""

    names: Mapping[str, str]
    suffixes: Mapping[str, str]
    tags: Mapping[str, str]
    interpreters: Mapping[str, str]
    shared_suffixes: Mapping[str, Lazy[Callable[[bytes], str]]]
    families: tuple[str, ...]
    """A tag among these counts more than that of a special form beside it."""
    generic: frozenset[str]


@derived
def read_signs() -> Signs:
    """Return the signs of formats and of all languages in use."""
    languages = tuple(LANGUAGES.values())
    families = (*_FORMAT_FAMILIES, *LANGUAGES)
    return Signs(
        names=_BY_NAME | {name: each.name for each in languages for name in each.files.names},
        suffixes=_BY_EXTENSION
        | {suffix: each.name for each in languages for suffix in each.files.suffixes},
        tags=_BY_TAG | {tag: each.name for each in languages for tag in each.files.tags},
        interpreters=_BY_INTERPRETER
        | {one: each.name for each in languages for one in each.files.interpreters},
        shared_suffixes={
            suffix: choose
            for each in languages
            for suffix, choose in each.files.shared_suffixes.items()
        },
        families=families,
        generic=frozenset(GENERIC).union(families),
    )
