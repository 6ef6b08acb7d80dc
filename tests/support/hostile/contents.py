"""Contents that break parsers: too deep, too large, cut off, in encodings that are none."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from support.hostile.case import Case, case
from support.hostile.many_types import CIRCLES, MIXINS, in_a_circle, taken_in

_DEEP = 1_500
"""Levels: more than any recursion takes."""
_TYPES = 40
"""Types above each other; how their cost grows is tested elsewhere."""
_DIGITS = "9" * 5_000
"""More digits than Python turns into a number."""
_BOMS = {
    "utf8": b"\xef\xbb\xbf",
    "utf16-le": b"\xff\xfe",
    "utf16-be": b"\xfe\xff",
    "utf32-le": b"\xff\xfe\x00\x00",
    "utf32-be": b"\x00\x00\xfe\xff",
}
_NESTED = {
    "py": ("(", "1", ")"),
    "js": ("f(", "1", ")"),
    "ts": ("f<", "a", ">"),
    "tsx": ("<a>", "b", "</a>"),
    "java": ("class A{", "", "}"),
    "go": ("func(){", "", "}"),
    "rs": ("mod a{", "", "}"),
    "c": ("{", "", "}"),
    "cpp": ("namespace a{", "", "}"),
    "cs": ("namespace a{", "", "}"),
    "cu": ("if(1){", "", "}"),
    "rb": ("module A\n", "", "\nend"),
    "php": ("[", "", "]"),
    "kt": ("class A{", "", "}"),
    "swift": ("struct A{", "", "}"),
    "lua": ("f(", "", ")"),
    "sh": ("$(", "a", ")"),
    "scala": ("object A{", "", "}"),
    "dart": ("f(", "", ")"),
    "ex": ("f(", "", ")"),
    "hs": ("(", "a", ")"),
    "jl": ("(", "a", ")"),
    "ml": ("(", "a", ")"),
    "m": ("[", "a", "]"),
    "zig": ("struct{", "", "}"),
    "json": ("[", "", "]"),
    "yaml": ("[", "", "]"),
    "toml": ("a = [", "", "]"),
    "css": ("@media x{", "", "}"),
    "scss": ("a{", "", "}"),
    "less": ("a{", "", "}"),
    "sql": ("(", "1", ")"),
    "md": ("> ", "a", ""),
    "rst": ("*", "a", "*"),
    "html": ("<b>", "a", "</b>"),
    "xml": ("<b>", "a", "</b>"),
    "ipynb": ('{"cells":[', "", "]}"),
    "proto": ("message A{", "", "}"),
    "cmake": ("if(", "", ")"),
    "pyx": ("(", "a", ")"),
    "jinja": ("{% if a %}", "", "{% endif %}"),
    "ini": ("[", "a", "]"),
    "csv": ('"', "a", '"'),
}
"""What opens, what is inside, what closes."""
_NUMBERS = {
    "py": "x = {}\n",
    "json": '{{"a": {}}}',
    "toml": "a = {}\n",
    "yaml": "a: {}\n",
    "ipynb": '{{"cells": [], "nbformat": {}}}',
    "js": "const a = {};\n",
    "c": "enum e {{ A = {} }};\n",
    "rs": "const A: u8 = {};\n",
    "sql": "CREATE TABLE a (b VARCHAR({}));\n",
    "css": "a {{ z-index: {} }}\n",
    "proto": "message M {{ int32 a = {}; }}\n",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" viewBox="0 0 {0} 1e999"/>',
    "md": "{}. a\n",
    "rst": "{}. a\n",
}
_CODINGS = (
    "idna",
    "undefined",
    "punycode",
    "utf-7",
    "rot13",
    "hex",
    "zlib",
    "unicode_escape",
    "x" * 90,
    "utf-16",
)


def broken() -> Iterator[Case]:
    """Yield all files whose contents are the attack."""
    yield from _nested()
    yield from _encoded()
    yield from _cut_off()
    yield from _records()
    yield from _expanding()
    yield from _many_types()


def _nested() -> Iterator[Case]:
    for extension, (begin, inside, end) in _NESTED.items():
        yield case(f"broken/deep.{extension}", begin * _DEEP + inside + end * _DEEP + "\n")
    for extension, template in _NUMBERS.items():
        yield case(f"broken/number.{extension}", template.format(_DIGITS))
    yield case("broken/block.yaml", "".join(" " * level + "a:\n" for level in range(1_500)))
    yield case("broken/items.rst", "".join("  " * level + "* a\n\n" for level in range(400)))
    yield case("broken/items.md", "".join("  " * level + "- a\n" for level in range(400)))
    yield case("broken/indented.py", "".join(" " * n + "if 1:\n" for n in range(200)))
    yield case("broken/elifs.py", "if a: pass\n" + "elif a: pass\n" * 2_000)
    yield case("broken/chain.py", "x = a" + ".b" * 3_000 + "\n")
    yield case("broken/calls.py", "x = a" + "()" * 3_000 + "\n")
    yield case("broken/bases.py", "class A(A, B): pass\nclass B(A): pass\n", "class")
    yield case("broken/stars.md", "*" * 3_000 + "a" + "*" * 3_000)
    yield case("broken/brackets.md", "[" * 3_000 + "](" * 3_000)
    yield case("broken/ticks.md", "".join("`" * n + "a" for n in range(200)))
    yield case("broken/references.md", "[a]\n" * 500 + "[a]: a\n" * 500)
    yield case("broken/table.md", "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b" * 500 + "|\n")
    yield case("broken/footnotes.rst", "[#]_ " * 300 + "\n\n.. [#] a\n")
    yield case("broken/substitutions.rst", ".. |a| replace:: |b|\n.. |b| replace:: |a|\n\n|a|\n")
    yield case("broken/titles.rst", "".join(f"a\n{c}\n\n" for c in "=-~^\"'`#*+.:_" * 9))


def _encoded() -> Iterator[Case]:
    for name, mark in _BOMS.items():
        yield Case(f"broken/bom-{name}.py".encode(), mark + b"x = 1\n")
        yield Case(f"broken/bom-{name}.json".encode(), mark + b'{"a": 1}\n')
        yield Case(f"broken/bom-{name}.md".encode(), mark + b"# a\n")
    for number, coding in enumerate(_CODINGS):
        yield case(
            f"broken/coding{number}.py", f"# coding: {coding}\nx{number}y = 1\n", f"x{number}y"
        )
    for extension in ("py", "js", "md", "rst", "json", "yaml", "toml", "txt"):
        yield case(f"broken/nul.{extension}", b"a\0b = 1\0\n")
        yield case(f"broken/bytes.{extension}", bytes(range(128, 256)) * 4)
        yield case(f"broken/surrogate.{extension}", b"# \xed\xa0\x80 after\n", "after")
        yield case(f"broken/ends.{extension}", b"a = 1\r\nb = 2\rc = 3\nd = 4\r\r\n\n\r", "d = 4")
        yield case(f"broken/feeds.{extension}", "a\x0cb\x0bc\x1cd\x85e\u2028f\u2029g = 1\n")
        yield case(f"broken/turned.{extension}", "a = 1 # \u202e\u2066 tfel \u2069\u202c\n")
        yield case(f"broken/ends-within.{extension}", b"a = 'caf\xc3", "a = ")
    yield case("broken/empty.py", "")
    yield case("broken/white.py", " \t\n" * 50)
    yield case("broken/one_line.js", "a=1;" * 3_000)
    yield case("broken/wide.txt", "w" * 100_000, "www")
    yield case("broken/marks.txt", "a" + "\u0301" * 5_000)


def _cut_off() -> Iterator[Case]:
    for name, content in {
        "string.py": "x = '''a\n",
        "bracket.py": "def f(\n",
        "object.json": '{"a": [1, {"b":',
        "value.toml": "a = \n[b\n",
        "value.yaml": "a: [b\n c: 'd\n",
        "tag.html": "<html><body <p class='",
        "tag.xml": "<?xml version='1.0'?><a><b",
        "notebook.ipynb": '{"cells": [{"cell_type": "code", "source":',
        "comment.js": "/** a\n",
        "comment.css": "/* a\n",
        "comment.sql": "/* a\n",
        "comment.rs": "/* /* a\n",
        "fence.md": "```python\nx = 1\n",
        "raw.cpp": 'auto a = R"x(\n',
        "heredoc.sh": "cat <<E\n",
        "heredoc.rb": "a = <<~E\n",
        "template.jinja": "{% if a",
        "quotes.csv": '"a,b\n',
    }.items():
        yield case(f"broken/cut-{name}", content)


def _records() -> Iterator[Case]:
    """Documents of the right syntax whose parts are of other types than anybody expects."""
    odd: tuple[object, ...] = (None, 5, "x", [[[]]], {"": None})
    for number, value in enumerate(odd):
        for path, document in _documents_with(value).items():
            yield case(f"records/{number}/{path}", json.dumps(document))
    toml = ("1", "'x'", "[[1]]", "{}", "1979-05-27")
    for number, text in enumerate(toml):
        yield case(
            f"records/{number}/pyproject.toml",
            f"build-system = {text}\ntool = {text}\n[project]\nname = {text}\nversion = {text}\n"
            f"scripts = {text}\ndependencies = {text}\nurls = {text}\nreadme = {text}\n",
        )
        yield case(
            f"records/{number}/Cargo.toml",
            f"package = {text}\nworkspace = {text}\ndependencies = {text}\nbin = {text}\n",
        )
        yield case(f"records/{number}/tox.toml", f"env_list = {text}\nenv = {text}\n")


def _documents_with(value: object) -> dict[str, object]:
    """Return documents, by their paths, that have a value where others are looked for."""
    cell = {"cell_type": value, "source": value, "outputs": value, "metadata": value}
    steps = [value, {"run": value}]
    return {
        "package.json": dict.fromkeys(("name", "scripts", "workspaces", "exports", "bin"), value),
        "tsconfig.json": {
            "compilerOptions": {"paths": {"@/*": value}, "baseUrl": value},
            "extends": value,
        },
        "odd.ipynb": {"cells": [value, cell], "metadata": value},
        ".gitlab-ci.yml": {"include": value, "job": {"script": value}},
        "action.yml": {"runs": value, "inputs": {"a": value}},
        ".github/workflows/w.yml": {"on": value, "jobs": {"j": {"steps": steps}, "k": value}},
        "docker-compose.yml": {"services": {"a": value}},
        "Taskfile.yml": {"tasks": {"a": value}, "includes": value},
        "schema.json": {"$schema": "x", "properties": value, "$ref": value},
    }


def _expanding() -> Iterator[Case]:
    """Small files that are large once they are read."""
    letters = "abcdefghi"
    aliases = "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in itertools.pairwise(letters)
    )
    yield case("broken/laughs.yaml", f"a: &a [x]\n{aliases}")
    yield case("broken/merge.yaml", "a: &a\n  <<: *a\n  b: 1\n")
    entities = "".join(
        f'<!ENTITY {name} "{("&" + before + ";") * 9}">'
        for before, name in itertools.pairwise(letters)
    )
    yield case("broken/laughs.svg", f'<!DOCTYPE svg [<!ENTITY a "x">{entities}]><svg>&i;</svg>')
    yield case(
        "broken/outside.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    )
    yield case(
        "broken/outside.rst", ".. include:: /etc/passwd\n\n.. csv-table::\n   :file: /etc/passwd\n"
    )
    yield case("broken/python.yaml", "a: !!python/object/apply:os.system [touch ran]\n")
    yield case("broken/tags.yaml", "a: !include /etc/passwd\nb: !!binary x\nc: !<x> 1\n")
    yield case("broken/image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 8 + b"\x08\6\0\0\0")
    yield case("broken/image.jpg", b"\xff\xd8\xff\xe0\0\0")
    yield case("broken/image.gif", b"GIF89a")
    yield case("broken/image.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 ")
    yield case("broken/large.svg", '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 3_000)
    yield case("broken/macro.c", "#define A A A\n#define B B(B)\nA B(B)\n")
    yield case("broken/include.c", '#include "include.c"\n#include "/etc/passwd"\n')
    yield case("broken/Makefile", "include Makefile\n$(shell touch ran)\na: a\n\t$(MAKE) a\n")
    yield case(
        "broken/CMakeLists.txt", "include(CMakeLists.txt)\nadd_subdirectory(.)\nfile(WRITE ran)\n"
    )
    yield case("broken/Dockerfile", "FROM a AS b\nFROM b AS a\nCOPY --from=a /etc/passwd /\n")
    yield case("broken/tsconfig.json", '{"extends": "./tsconfig.json"}')
    yield case("broken/a.py", "from b import *\nimport a\nx = a.x\n", "import")
    yield case("broken/b.py", "from a import *\nx = x\n", "import")
    yield case("broken/loop.rs", '#[path = "loop.rs"]\nmod a;\nuse self::a::*;\n')
    yield case(
        "broken/types.ts", "type A = B;\ntype B = A;\nclass C extends C {}\nlet a: A;\na.b;\n"
    )
    yield case(
        "broken/Cycle.java", "class A extends B {} class B extends A { void f() { f(); } }\n"
    )


def _many_types() -> Iterator[Case]:
    for ending in CIRCLES:
        yield case(f"broken/circle.{ending}", in_a_circle(ending, _TYPES))
    for ending in MIXINS:
        yield case(f"broken/mixins.{ending}", taken_in(ending, _TYPES))
