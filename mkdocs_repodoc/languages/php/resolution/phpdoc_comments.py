"""Types in PHPDoc: `@var`, `@param`, `@return`, `@property`, `@method`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.phpdoc_types import DocTypes
from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.model.references import Target

_TAG = re.compile(
    r"^[ \t]*(?:/\*\*|\*)?[ \t]*@(?:(?:psalm|phpstan)-)?"
    r"(?P<tag>var|param|return|property(?:-read|-write)?|method|template(?:-covariant)?)\s+"
    r"(?P<rest>.*(?:\n[ \t]*\*[ \t]+(?!@).*)*)",
    re.MULTILINE,
)
_STAR = re.compile(r"\n[ \t]*\*[ \t]*")
_VARIABLE = re.compile(r"\s*&?(?:\.\.\.)?\$(\w+)")
_METHOD = re.compile(r"\s*(\w+)\s*\(")
_TEMPLATE = re.compile(r"(\w+)(?:\s+(?:of|as)\s+(.*))?")


@dataclass(slots=True)
class DocComment:
    """What a comment says.

    Attributes:
        variables: Name of a variable → its type; the empty name is what is documented itself.
        parameters: Name of a parameter → its type.
        returned: The type of what is returned.
        members: Properties and methods that are not declared otherwise.
        bounds: Type parameters with what bounds them.
    """

    variables: dict[str, Target | None] = field(default_factory=dict)
    parameters: dict[str, Target | None] = field(default_factory=dict)
    returned: Target | None = None
    members: list[Target] = field(default_factory=list)
    bounds: dict[str, Target | None] = field(default_factory=dict)


NOTHING = DocComment()
"""What no comment says."""


def read_doc(text: str, types: DocTypes, around: Mapping[str, Target | None]) -> DocComment:
    """Read a comment.

    Args:
        text: The comment as it stands.
        types: Reads its types.
        around: Type parameters of the class around, with what bounds them.
    """
    if "@" not in text:
        return NOTHING
    found = DocComment(bounds=dict(around))
    tags = [(match["tag"], _STAR.sub(" ", match["rest"])) for match in _TAG.finditer(text)]
    for tag, rest in tags:
        if tag.startswith("template") and (match := _TEMPLATE.match(rest)):
            bound = types.read(match[2], found.bounds)[0] if match[2] else None
            found.bounds[match[1]] = bound
    for tag, rest in tags:
        if not tag.startswith("template"):
            _read_tag(tag, rest, types, found)
    return found


def _read_tag(tag: str, rest: str, types: DocTypes, found: DocComment) -> None:
    if tag == "method":
        _read_method(rest, types, found)
        return
    before = _VARIABLE.match(rest)
    kind, behind = types.read(rest[before.end() :] if before else rest, found.bounds)
    named = before or _VARIABLE.match(behind)
    name = named[1] if named is not None else ""
    if tag == "return":
        found.returned = found.returned or kind
    elif tag == "var":
        found.variables[name] = kind
    elif tag == "param" and name:
        found.parameters[name] = found.parameters.get(name) or kind
    elif name:
        found.members.append(
            terms.described_member(terms.PROPERTY, name, value_of(kind) or UNKNOWN)
        )


def _read_method(rest: str, types: DocTypes, found: DocComment) -> None:
    text = rest.removeprefix("static ") if re.match(r"static\s+\S+\s+\w+\s*\(", rest) else rest
    kind: Target | None = None
    named = _METHOD.match(text)
    if named is None:
        kind, behind = types.read(text, found.bounds)
        named = _METHOD.match(behind)
    if named is not None:
        entry = terms.function_entry("", kind, None)
        found.members.append(terms.described_member(terms.METHOD, named[1], entry))
