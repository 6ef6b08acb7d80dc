"""Attributes of a field for clap: flags and aliases, help, default, name of the value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.rust.clap_values import named_values
from mkdocs_repodoc.languages.rust.text_constants import CONSTANT, text_constant
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of
from mkdocs_repodoc.text.document_parts.documented_values import DocumentedValue
from mkdocs_repodoc.text.english import one_line, shortened

_ARGUMENT = re.compile(r"#\[(?:arg|clap|structopt)\b\s*(\(.*\))\]", re.DOTALL)
_STATED = re.compile(r"(\w+)\s*(?:=\s*(?P<set>.+)|\((?P<given>.*)\))?$", re.DOTALL)
_TEXTS = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^'])'", re.DOTALL)
_FORMATTED = re.compile(r"\w+!\(\s*\"\{(\w+)\}\"\s*\)$")
_DEFAULTS = ("default_value", "default_value_t", "default_values", "default_values_t")
_DEFAULT = re.compile(r"\"[^\"]*\"|[\w:.-]+")
_OPTIONAL = re.compile(r"(?:Option|Vec)<(.+)>$")
_LISTED = re.compile(r"(?:[\w:]*PossibleValuesParser::new\(\s*)?\[([^\[\]]*)\]")
_CONTINUED = re.compile(r"\\\s*\n\s*")
_ESCAPES = re.compile(r"\\([\"'\\])")
_LONG = ("visible_alias", "alias", "visible_aliases", "aliases")
_SHORT = (
    "visible_short_alias",
    "short_alias",
    "visible_short_aliases",
    "short_aliases",
)
_ELSEWHERE = frozenset({"skip", "flatten", "subcommand"})
"""What makes a field no option of its own."""
_LONGEST_DEFAULT = 60


class ClapAttributes:
    """The statements of the attributes above a field.

    Args:
        attributes: The attributes as written.
        code: The whole file, where constants are looked up.
    """

    def __init__(self, attributes: Sequence[str], code: bytes) -> None:
        self._code = code
        self._stated: dict[str, str] = {}
        for each in attributes:
            match = _ARGUMENT.match(each)
            for said in arguments_of(match[1]) if match is not None else ():
                stated = _STATED.match(said)
                if stated is not None:
                    value = stated["set"] or stated["given"] or ""
                    self._stated.setdefault(stated[1], value.strip())

    @property
    def is_elsewhere(self) -> bool:
        """Whether the field is no option itself, but a holder of some."""
        return not _ELSEWHERE.isdisjoint(self._stated)

    def flags(self, field: str) -> tuple[str, ...]:
        """Return the flags of the option, its aliases last; none for one without a name.

        Args:
            field: Name of the field.
        """
        found: list[str] = []
        if (short := self._stated.get("short")) is not None:
            found += [f"-{_first_text(short) or field[:1]}"]
        if (long := self._stated.get("long")) is not None:
            found += [f"--{_first_text(long) or field.replace('_', '-')}"]
        if not found:
            return ()
        for sign, names in (("-", _SHORT), ("--", _LONG)):
            for name in names:
                found += [f"{sign}{each}" for each in _texts(self._stated.get(name, ""))]
        return tuple(dict.fromkeys(found))

    @property
    def help(self) -> str:
        """The help that an attribute gives, as a text or as a constant; empty without one."""
        given = self._stated.get("help", self._stated.get("about", ""))
        is_constant = CONSTANT.match(given) is not None
        said = _unescaped(text_constant(given, self._code)) if is_constant else _first_text(given)
        return one_line(said.partition("\n")[0])

    @property
    def long_help(self) -> str:
        """The longer help that an attribute gives as a text, with its paragraphs."""
        return _first_text(self._stated.get("long_help", ""))

    @property
    def value_name(self) -> str:
        """What help calls the value; empty unless an attribute says so."""
        return _first_text(self._stated.get("value_name", ""))

    def variables(self, field: str) -> tuple[str, ...]:
        """Return the environment variable that gives the value; `env` alone names it by the field.

        Args:
            field: Name of the field.
        """
        given = self._stated.get("env")
        if given is None:
            return ()
        return tuple(_texts(given)[:1]) if given else (field.upper(),)

    def values(self, kind: str) -> tuple[DocumentedValue, ...]:
        """Return the values that are written out: in a list, or as variants of the field's type.

        Args:
            kind: Type of the field.
        """
        listed = _LISTED.match(self._stated.get("value_parser", ""))
        if listed is not None:
            return tuple(DocumentedValue(each, "") for each in _texts(listed[1]))
        held = _OPTIONAL.match(kind)
        return named_values(held[1] if held is not None else kind, self._code)

    def default(self, kind: str) -> str:
        """Return the default as written; of one that the type decides, the type's.

        Args:
            kind: Type of the field.
        """
        for name in _DEFAULTS:
            given = self._stated.get(name)
            if given is None:
                continue
            if not given:
                optional = _OPTIONAL.match(kind)
                return f"{optional[1] if optional else kind}::default()"
            if formatted := _FORMATTED.match(given):
                return formatted[1]
            is_typed = name != "default_value"
            said = one_line(given)
            return shortened(said, _LONGEST_DEFAULT) if is_typed or _DEFAULT.fullmatch(said) else ""
        return ""


def _texts(code: str) -> list[str]:
    return [_unescaped(text or letter) for text, letter in _TEXTS.findall(code)]


def _first_text(code: str) -> str:
    return next(iter(_texts(code)), "")


def _unescaped(text: str) -> str:
    return _ESCAPES.sub(r"\1", _CONTINUED.sub("", text))
