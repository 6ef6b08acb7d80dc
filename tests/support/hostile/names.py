"""Names that mean something to a terminal, a shell, an address, a page, a file system or MkDocs."""

from __future__ import annotations

import os
from collections.abc import Iterator

from support.hostile.case import Case

CONTROL = "\x01\x07\x08\t\n\x0b\x0c\r\x1b\x1c\x1f\x7f\x85\x9b\xad\xa0"
"""Signs that a terminal obeys, and such as nobody sees."""
INVISIBLE = "\u061c\u200b\u200d\u2028\u2029\u202e\u2066\ufeff\U000e0041"
"""Signs that nobody sees or that turn the text around."""
LETTERS = (
    *(
        "cafe\u0301",
        "caf\xe9",
        "\ufb00",
        "ff",
        "stra\xdfe",
        "strasse",
        "\u0130",
        "i\u0307",
        "\u212a",
    ),
    *(
        "k",
        "K",
        "\u0430bc",
        "abc",
        "ABC",
        "Abc",
        "\u05d0\u05d1.py",
        "\u0645\u0631\u062d\u0628\u0627",
    ),
    *("\U0001f469\u200d\U0001f680", "a\u0300" * 40, "\u1100\u1161\u11a8", "\uac01", "\u0e33"),
)
"""Names that look alike, fold to one another, or run from right to left."""
DEVICES = ("CON", "con.py", "AUX.md", "nul", "NUL.txt", "COM1.md", "lpt9.js", "PRN.json", "CLOCK$")
"""What Windows takes for a device."""
WINDOWS = ("end.", "end ", "a:b", "C:x", "a\\b", "..\\up", "\\\\host\\share", 'a"b', "a<b>c", "a|b")
"""What Windows cannot have."""
PATHS = (
    *("...", "..a", "a..", ".a", "~", "~root", "%2e%2e%2fup", "..%2fup", "%00", "%", "%zz", "%25"),
    *("a#b", "a?b=c", "a;b", "a&b=c", "a+b", "a b", " a", "http:", "https:x", "mailto:a@b", "@a"),
    *(
        "javascript:x",
        "data:text",
        "file:",
        "vbscript:",
        "//",
        "a=b",
        "a,b",
        "(a)",
        "a'b",
        "^",
        "\\",
    ),
)
"""What changes the meaning of a path or an address."""
OPTIONS = ("-", "--", "-rf", "--help", "--output=x", "--upload-pack=x", "-c", "@file", ":/", ":!x")
"""What git, ruff or a shell take for an option or a pattern."""
SHELL = (
    "$HOME",
    "${x}",
    "$(touch ran)",
    "`touch ran`",
    "a;touch ran",
    "a|b;c",
    "*",
    "?",
    "[a]",
    "{a,b}",
    "!x",
)
"""What a shell replaces."""
TEMPLATES = (
    *("{{ 7*7 }}", "{% raw %}", "{#", "${7*7}", "<%= 7 %>", "#{7}", "{0.__class__}", "%s", "%(a)s"),
    *(
        "[x](y)",
        "![x](y)",
        "*a*",
        "_a_",
        "~~a~~",
        "# a",
        "> a",
        "- a",
        "1. a",
        "| a |",
        "&amp;",
        "&lt;",
    ),
)
"""What a template or Markdown would take for its own."""
MARKUP = (
    *("<script>alert({n})", "<img src=x onerror=alert({n})>", "<svg onload=alert({n})>", "<!--"),
    *(
        "'onfocus=alert({n}) autofocus x='",
        '"onfocus=alert({n}) autofocus x="',
        "]]>",
        "<plaintext>",
    ),
    *("<a href=javascript:alert({n})>", "<base href=x>", "<style>", "<textarea>", "<title>", "-->"),
    *("'-alert({n})-'", '"-alert({n})-"', "${alert({n})}", "`-alert({n})-`", "\\u003cscript>"),
)
"""What a page would run."""
SCRIPT = (
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "then",
    "length",
    "0",
    "-1",
)
"""Members that every object of a script has."""
SITE = (
    *(
        "index.md",
        "index.html",
        "INDEX.md",
        "README.md",
        "readme.md",
        "README",
        "404.html",
        "404.md",
    ),
    *(
        "sitemap.xml",
        "search",
        "search.json",
        "assets",
        "objects.inv",
        "doc.md",
        "sub.md",
        "tour.md",
    ),
    *("keywords.md", "comprehensive_book.md", "doc", "sub", "index", "a_docs.md", "a.py_docs.md"),
    *(
        "a.py_kw.md",
        "a.py_docs",
        "a.py",
        "dot.gitignore",
        ".pages",
        ".nav.yml",
        "SUMMARY.md",
        "tags",
    ),
    *(
        "mkdocs.yml",
        "overrides",
        "main.html",
        "robots.txt",
        "CNAME",
        ".nojekyll",
        ".htaccess",
        ".meta.yml",
    ),
)
"""What MkDocs, its plugins, a host or this product give a meaning to."""
PYTHON = (
    "__init__.py",
    "__main__.py",
    "conftest.py",
    "class.py",
    "1.py",
    "a-b.py",
    "a.b.py",
    "\u0661.py",
)
LONG = ("n" * 180, "n" * 246, "n" * 255, "\u4e00" * 80, "%" * 200, "a." * 100 + "py")
"""Names as long as a file system takes, without what a page's name adds to it."""
BYTES = (
    b"\xff",
    b"caf\xe9.py",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf8\x88\x80\x80\x80",
    b"a\xffb.md",
)
"""Names that are no text."""

CLOSING = ("/title", "/h1", "/textarea", "/style", "/noscript", "!--")
"""What would end the element that a path is shown in."""

_TEXTS = (
    *(f"a{sign}b" for sign in (*CONTROL, *INVISIBLE)),
    *(*LETTERS, *DEVICES, *WINDOWS, *PATHS, *OPTIONS, *SHELL, *TEMPLATES, *SCRIPT, *SITE, *PYTHON),
    *LONG,
)


def named(first: int) -> Iterator[Case]:
    """Yield a file for each name, all in one folder.

    Args:
        first: Number of the first payload.
    """
    texts = [*_TEXTS, *(name.replace("{n}", str(first + i)) for i, name in enumerate(MARKUP))]
    names = [name.encode() for name in dict.fromkeys(texts) if "/" not in name]
    paths = [b"names/" + name for name in (*names, *BYTES)]
    folders = [*(name for name in SITE if "." not in name), "/".join(["deep" * 8] * 20)]
    paths += [os.fsencode(f"folders/{name}/a.py") for name in folders]
    # The separator of folders closes an element.
    paths += [f"<{tag}><script>alert({first})</script>.py".encode() for tag in CLOSING]
    for number, path in enumerate(paths):
        mark = f"name{number}x"
        yield Case(path, f"{mark} = 1\n".encode(), (mark,))
