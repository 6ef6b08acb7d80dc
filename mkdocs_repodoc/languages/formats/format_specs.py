"""The specs of formats, and of languages that are only shown: comments, colours, titles.

Each is a record like that of a language with a folder, in which most parts are absent. What is
found in a format is the matter of `format_readers/`. What a format takes from a language stands in
that language's `spec.py`, under `FORMATS`.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.common_keywords import (
    C_KEYWORDS,
    MARKUP_KEYWORDS,
    SHELL_KEYWORDS,
)
from mkdocs_repodoc.languages.default_groups import DEFAULT_GROUPS
from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    ImportResolver,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.text.comments import C_COMMENTS, HASH_COMMENTS, CommentSyntax

_NOT_CODE = Absent("shown as it is, or read by a reader of `format_readers/`")
_MARKUP = CommentSyntax((), (("<!--", "-->"),), strings=False)
_LISP = CommentSyntax((";",))

_SYNTAX: dict[str, CommentSyntax] = {
    "css": CommentSyntax((), (("/*", "*/"),)),
    "sql": CommentSyntax(("--",), (("/*", "*/"),)),
    "elm": CommentSyntax(("--",), (("{-", "-}"),)),
    "f#": CommentSyntax(("//",), (("(*", "*)"),)),
    "pascal": CommentSyntax(("//",), (("(*", "*)"), ("{", "}"))),
    "terraform": CommentSyntax(("#", "//"), (("/*", "*/"),)),
    "cmake": CommentSyntax(("#",), (("#[[", "]]"),)),
    "powershell": CommentSyntax(("#",), (("<#", "#>"),)),
    "ini": CommentSyntax(("#", ";"), strings=False),
    "java-properties": CommentSyntax(("#", "!"), strings=False),
    "tex": CommentSyntax(("%",), strings=False),
    "bib": CommentSyntax(("%",), strings=False),
    "erlang": CommentSyntax(("%",)),
    "fortran": CommentSyntax(("!",)),
    "vim": CommentSyntax(('"',), strings=False),
    "batch": CommentSyntax(("::", "rem ", "REM ", "@rem ", "@REM "), strings=False),
    "asm": CommentSyntax((";", "#", "//"), (("/*", "*/"),), strings=False),
    "jinja": CommentSyntax((), (("{#", "#}"), ("<!--", "-->")), strings=False),
    "vue": CommentSyntax(("//",), (("<!--", "-->"), ("/*", "*/")), strings=False),
}
_C_LIKE = """
    protobuf scss
    less groovy metal hlsl objective-c++ verilog system-verilog solidity json json5
    jsonnet thrift go-mod stylus qml d
"""
_SHELL_LIKE = """
    cython fish perl yaml toml makefile requirements ignore r nim
    crystal nix graphql awk meson bazel robot gherkin coffee dotenv editorconfig gitattributes
    gitmodules puppet textproto pofile bitbake gdscript tcl
"""
_SYNTAX |= dict.fromkeys(_C_LIKE.split(), C_COMMENTS)
_SYNTAX |= dict.fromkeys(_SHELL_LIKE.split(), HASH_COMMENTS)
_SYNTAX |= dict.fromkeys(("html", "xml", "markdown", "mdx", "svelte", "astro"), _MARKUP)
_SYNTAX["dockerfile"] = CommentSyntax(
    ("#",), directive=re.compile(r"#\s*(?:syntax|escape|check)\s*=", re.IGNORECASE)
)
_SYNTAX |= dict.fromkeys(("lisp", "scheme", "clojure", "edn"), _LISP)
_KEYWORDS = {
    "makefile": SHELL_KEYWORDS | {"phony"},
    "dockerfile": SHELL_KEYWORDS | words("arg cmd copy entrypoint expose from run workdir"),
    "sql": words("""
        add alter and begin char commit constraint create default delete drop exists foreign from
        index insert integer into join key null order primary references select set table text
        unique update values varchar view where
        """),
    "css": words("important webkit moz var"),
    "html": MARKUP_KEYWORDS,
    "jinja": MARKUP_KEYWORDS,
    **dict.fromkeys(("objective-c++", "metal", "hlsl"), C_KEYWORDS),
}
_IMPORTS = {
    "makefile": ImportWords("Includes", "Included"),
    "cmake": ImportWords("Includes", "Included"),
    "html": ImportWords("Linked resources", "Linked"),
}
_COLOURS = {
    "yaml": Colours("tree_sitter_yaml", keys_are_tags=True),
    "toml": Colours("tree_sitter_toml", keys_are_tags=True),
    "json": Colours("tree_sitter_json"),
    "css": Colours("tree_sitter_css", keys_are_tags=True),
}
_LEXERS = {
    "batch": "bat",
    "dockerignore": "ini",
    "editorconfig": "ini",
    "f#": "fsharp",
    "gitconfig": "ini",
    "gitignore": "ini",
    "go-mod": "gomod",
    "hcl": "terraform",
    "java-properties": "properties",
    "jupyter": "json",
    "markdown": "md",
    "protobuf": "proto",
    "restructuredtext": "rst",
    "svg": "xml",
    "system-verilog": "systemverilog",
    "vb": "vbnet",
}
_RESOLVERS: dict[str, Lazy[ImportResolver]] = {
    "cmake": Lazy(f"{__package__}.format_imports", "resolve_cmake"),
    "protobuf": Lazy(f"{__package__}.format_imports", "resolve_protobuf"),
}
_SCRIPTS = frozenset({"powershell", "batch", "fish", "perl", "awk"})
_TITLES = {
    "asciidoc": "AsciiDoc",
    "asm": "Assembly",
    "bib": "BibTeX",
    "cmake": "CMake",
    "css": "CSS",
    "csv": "CSV",
    "dotenv": "dotenv",
    "editorconfig": "EditorConfig",
    "f#": "F#",
    "gitattributes": "Git attributes",
    "gitmodules": "Git submodules",
    "go-mod": "Go module",
    "graphql": "GraphQL",
    "hlsl": "HLSL",
    "html": "HTML",
    "ico": "ICO",
    "ignore": "Ignore rules",
    "ini": "INI",
    "java-properties": "Java properties",
    "jinja": "Jinja",
    "json": "JSON",
    "json5": "JSON with comments",
    "jupyter": "Jupyter notebook",
    "lfs pointer": "Git LFS pointer",
    "mdx": "MDX",
    "objective-c++": "Objective-C++",
    "pofile": "Gettext catalogue",
    "powershell": "PowerShell",
    "protobuf": "Protocol Buffers",
    "requirements": "Python requirements",
    "restructuredtext": "reStructuredText",
    "scss": "SCSS",
    "sql": "SQL",
    "submodule": "Git submodule",
    "svg": "SVG",
    "symlink": "Symbolic link",
    "system-verilog": "SystemVerilog",
    "tex": "TeX",
    "text": "Plain text",
    "textproto": "Protocol Buffers text",
    "toml": "TOML",
    "xml": "XML",
    "yaml": "YAML",
}
_UPPER_CASE = frozenset(
    ("avif", "bmp", "eot", "gif", "jpeg", "otf", "pdf", "png", "tar", "tiff", "ttf", "wav", "webp")
)


def format_named(name: str) -> Language:
    """Return the record of a format; for one that is in no table here, what holds for any text."""
    title = _TITLES.get(name) or name.replace("-", " ").capitalize()
    return Language(
        name=name,
        title=name.upper() if name in _UPPER_CASE else title,
        lexer=_LEXERS.get(name, ""),
        comments=_SYNTAX.get(name, CommentSyntax()),
        keywords=_KEYWORDS.get(name, frozenset()),
        groups=DEFAULT_GROUPS,
        imports=_IMPORTS.get(name, ImportWords()),
        grammar="",
        colours=_COLOURS.get(name, _NOT_CODE),
        outline=_NOT_CODE,
        resolve_import=_RESOLVERS.get(name, _NOT_CODE),
        frameworks=_NOT_CODE,
        test_names=_NOT_CODE,
        is_script=name in _SCRIPTS,
    )


FORMATS = {
    name: format_named(name)
    for name in {**_SYNTAX, **_KEYWORDS, **_IMPORTS, **_COLOURS, **_RESOLVERS, **_TITLES}
}
