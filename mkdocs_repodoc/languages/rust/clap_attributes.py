"""Attributes of a field for clap: flags and aliases, help, default, name of the value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.rust.clap_values import STANDARD, named_values
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
_LISTED = re.compile(r"(?:[\w:]*PossibleValuesParser::(?:new|from)\(\s*)?&?\[([^\[\]]*)\]")
_HOLDING = re.compile(r"&?(?:[a-z_]\w*::)*(?P<type>[A-Z]\w*)(?:::\w+(?:\(\))?|::<.*)?$")
"""What holds the values of an option elsewhere: `UseColor::VARIANTS`."""
_CONVERTED = re.compile(
    r"(?P<variant>(?:\w+::)*[A-Z]\w*::[A-Z]\w*)\.(?:into|as_ref|as_str|to_string|name)\(\)"
)
_LITERALS = re.compile(r"\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_BROKEN = re.compile(r"(?<!\\)\n")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n|$)|(?<=[.!?:])[ \t]*\n")
"""The end of a paragraph, or of a line that is a sentence."""
_CONTINUED = re.compile(r"\\\s*\n\s*")
_ESCAPES = re.compile(r"\\([\"'\\n])")
_VALUES = ("possible_values", "value_parser")
_TYPE = re.compile(r"[A-Z]\w*$")
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
            written = _LITERALS.sub(_on_one_line, match[1]) if match is not None else ""
            for said in arguments_of(written) if written else ():
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
        return one_line(_PARAGRAPH.split(said.lstrip())[0])

    @property
    def bare_value(self) -> str:
        """The value of an option that is given without one; empty where that is no literal."""
        given = self._stated.get("default_missing_value", "")
        if CONSTANT.match(given):
            return _unescaped(text_constant(given, self._code))
        return _first_text(given)

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
        for given in filter(None, map(self._stated.get, _VALUES)):
            if listed := _LISTED.match(given):
                return tuple(DocumentedValue(each, "") for each in _texts(listed[1]))
            if holding := _HOLDING.match(given):
                return named_values(holding["type"], self._code)
        held = _OPTIONAL.match(kind)
        return named_values(held[1] if held is not None else kind, self._code)

    def value_type(self, kind: str) -> str:
        """Return the type that may have the values, where that is not declared in the file.

        Args:
            kind: Type of the field.
        """
        given = filter(None, map(self._stated.get, _VALUES))
        holding = next(filter(None, map(_HOLDING.match, given)), None)
        optional = _OPTIONAL.match(kind)
        named = holding["type"] if holding else (optional[1] if optional else kind)
        named = named.rpartition("::")[2]
        return named if _TYPE.match(named) and named not in STANDARD else ""

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
            if converted := _CONVERTED.fullmatch(given):
                return converted["variant"]
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


def _on_one_line(literal: re.Match[str]) -> str:
    return _BROKEN.sub(r"\\n", literal[0])


def _unescaped(text: str) -> str:
    whole = _CONTINUED.sub("", text)
    return _ESCAPES.sub(lambda escape: "\n" if escape[1] == "n" else escape[1], whole)
