"""The call that declares one option: its flags, its help, its default."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping, Sequence

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.written_values import (
    NOTHING_WRITTEN,
    WrittenValues,
)
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.english import one_line

LONGEST_DEFAULT = 120
_NO_DEFAULT = "SUPPRESS"
_VARIABLES = ("envvar", "env_var", "env_vars", "env")
"""Keywords that name the environment variables behind an option."""
_SAYS_DEFAULT = r"defaults?(?:\s+(?:to|is|value))?\s*[:=]?\s*[`'\"]?%\(default\)\w[`'\"]?"
_OF_DEFAULT = re.compile(
    rf"\s*[(\[]\s*{_SAYS_DEFAULT}\.?\s*[)\]]|[,;]?\s+{_SAYS_DEFAULT}(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
"""Where a help text has `argparse` tell the default, and says no more of it."""
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_DEFAULT_CONVERSION = re.compile(r"%\(default\)\w")
_CONVERSION = re.compile(r"%(?:%|(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z])")
"""What `%` fills in at run time, or a percent sign for it."""


def declared(
    call: ast.Call,
    source: SourceExcerpts,
    *,
    flags: tuple[str, ...] = (),
    default: ast.expr | None = None,
    command: str = "",
    written: WrittenValues = NOTHING_WRITTEN,
) -> Option | None:
    """Return the option that a call declares.

    Args:
        call: The call; keywords have help, default and metavar.
        source: The source that it stands in.
        flags: The flags where the call's strings are not those.
        default: The default if no keyword says another.
        command: The command that takes the option.
        written: What the module's constants and enumerations hold.

    Returns:
        The option; `None` where its flags are no literals.
    """
    flags = flags or without_parameter(strings(call.args))
    if not flags or not all(flags):
        return None
    keywords = keywords_of(call)
    default = keywords.get("default", default)
    values = written.listed(keywords.get("choices")) or written.chosen(keywords.get("type"))
    return Option(
        flags=flags,
        help=_help(_held(keywords.get("help"), written.constants), default),
        line=call.lineno,
        default=""
        if default is None or _says_nothing(default)
        else source.short(default, LONGEST_DEFAULT),
        metavar=_whole_text(keywords.get("metavar")),
        command=command,
        variables=_listed(keywords, _VARIABLES),
        values=values,
        value_type="" if values else written.holder(keywords),
    )


def _listed(keywords: Mapping[str, ast.expr], names: Sequence[str]) -> tuple[str, ...]:
    """Return the strings that a keyword of some names has: one, or all of a list."""
    given = next((keywords[name] for name in names if name in keywords), None)
    if isinstance(given, ast.List | ast.Tuple | ast.Set):
        found = strings(given.elts)
        return found if len(found) == len(given.elts) else ()
    return strings([given]) if given is not None else ()


def imports_any(structure: Structure, packages: Collection[str]) -> bool:
    """Whether a file imports one of some packages, or something from it."""
    named = (
        [alias.name for alias in node.names]
        if isinstance(node, ast.Import)
        else [node.module or ""]
        for node, _, _ in structure.imports
    )
    return any(name.partition(".")[0] in packages for names in named for name in names)


def keywords_of(call: ast.Call) -> dict[str, ast.expr]:
    """Return the keyword arguments of a call by their names."""
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def strings(nodes: list[ast.expr]) -> tuple[str, ...]:
    """Return the string literals among some expressions."""
    return tuple(
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def without_parameter(flags: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the name of a function's parameter, which click takes between the flags."""
    return tuple(flag for flag in flags if flag.startswith("-")) or flags


def text_of(node: ast.expr | None) -> str:
    """Return the text of a string literal, of a sum of such, or of one wrapped in a call."""
    if isinstance(node, ast.Constant):
        return one_line(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return one_line(f"{text_of(node.left)} {text_of(node.right)}")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _CONVERSION.sub(lambda found: "%" if found[0] == "%%" else "…", text_of(node.left))
    if isinstance(node, ast.JoinedStr):
        return one_line(
            "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        )
    if isinstance(node, ast.Call):
        return _handed_text(node)
    return ""


def _handed_text(call: ast.Call) -> str:
    """Return the text that a call is given: to be translated, say, or to be left out in some cases.

    Of several arguments it is the one that is a text of words, if no other is.
    """
    if len(call.args) == 1:
        return text_of(call.args[0])
    said = [text for each in call.args if " " in (text := text_of(each))]
    return said[0] if len(said) == 1 else ""


def _help(node: ast.expr | None, default: ast.expr | None) -> str:
    """Return a help text with the default in place of `%(default)s`.

    What only says the default by it is left out, as that is told beside the text.
    """
    text = text_of(node)
    said = _OF_DEFAULT.sub("", text)
    said = text if said == text else _TWO_STOPS.sub(".", said).strip()
    value = str(default.value) if isinstance(default, ast.Constant) else "…"
    return _DEFAULT_CONVERSION.sub(lambda _: value, said)


def _whole_text(node: ast.expr | None) -> str:
    """Return a text that the code has as a whole; a part of one does not tell the rest."""
    parts = [node] if node is not None else []
    for part in parts:  # grows meanwhile
        if isinstance(part, ast.BinOp):
            parts += [part.left, part.right]
        elif isinstance(part, ast.Call) and len(part.args) == 1:  # a translation
            parts += part.args
        elif not isinstance(part, ast.Constant):
            return ""
    return text_of(node)


def _held(node: ast.expr | None, texts: Mapping[str, ast.expr]) -> ast.expr | None:
    """Return what a constant holds that stands for a text; anything else as it is."""
    return texts.get(node.id, node) if isinstance(node, ast.Name) else node


def _says_nothing(default: ast.expr) -> bool:
    """Tell whether a default says nothing: it is `...`, or a variable that may hold anything.

    argparse's `SUPPRESS` stands for none.
    """
    name = dotted(default).rpartition(".")[2]
    if name == _NO_DEFAULT or isinstance(default, ast.Name):
        return name == _NO_DEFAULT or not name.isupper()
    return isinstance(default, ast.Constant) and default.value is Ellipsis
