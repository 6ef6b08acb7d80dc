"""Messages of SCIP's schema, as Google's own library reads and writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_SCHEMA: Mapping[str, Mapping[str, tuple[int, str]]] = {
    "Index": {
        "metadata": (1, "Metadata"),
        "documents": (2, "*Document"),
        "external_symbols": (3, "*SymbolInformation"),
    },
    "Metadata": {
        "version": (1, "int32"),
        "tool_info": (2, "ToolInfo"),
        "project_root": (3, "string"),
        "text_document_encoding": (4, "int32"),
    },
    "ToolInfo": {"name": (1, "string"), "version": (2, "string"), "arguments": (3, "*string")},
    "Document": {
        "relative_path": (1, "string"),
        "occurrences": (2, "*Occurrence"),
        "symbols": (3, "*SymbolInformation"),
        "language": (4, "string"),
        "text": (5, "string"),
        "position_encoding": (6, "int32"),
    },
    "SymbolInformation": {
        "symbol": (1, "string"),
        "documentation": (3, "*string"),
        "relationships": (4, "*Relationship"),
        "kind": (5, "int32"),
        "display_name": (6, "string"),
        "signature_documentation": (7, "Signature"),
        "enclosing_symbol": (8, "string"),
    },
    "Signature": {"language": (4, "string"), "text": (5, "string")},
    "Relationship": {
        "symbol": (1, "string"),
        "is_reference": (2, "bool"),
        "is_implementation": (3, "bool"),
        "is_type_definition": (4, "bool"),
        "is_definition": (5, "bool"),
    },
    "SingleLineRange": {
        "line": (1, "int32"),
        "start_character": (2, "int32"),
        "end_character": (3, "int32"),
    },
    "MultiLineRange": {
        "start_line": (1, "int32"),
        "start_character": (2, "int32"),
        "end_line": (3, "int32"),
        "end_character": (4, "int32"),
    },
    "Occurrence": {
        "range": (1, "*int32"),
        "symbol": (2, "string"),
        "symbol_roles": (3, "int32"),
        "override_documentation": (4, "*string"),
        "syntax_kind": (5, "int32"),
        "enclosing_range": (7, "*int32"),
        "single_line_range": (8, "SingleLineRange"),
        "multi_line_range": (9, "MultiLineRange"),
    },
}
"""Message → field → number and type; a star is for what repeats. Enumerations are numbers."""

_FIELD = descriptor_pb2.FieldDescriptorProto
_SCALARS = {"int32": _FIELD.TYPE_INT32, "string": _FIELD.TYPE_STRING, "bool": _FIELD.TYPE_BOOL}


def _messages() -> dict[str, Any]:
    file = descriptor_pb2.FileDescriptorProto(name="scip.proto", package="scip", syntax="proto3")
    for name, fields in _SCHEMA.items():
        message = file.message_type.add(name=name)
        for field, (number, kind) in fields.items():
            repeated, scalar = kind.startswith("*"), _SCALARS.get(kind.removeprefix("*"))
            message.field.add(
                name=field,
                number=number,
                label=_FIELD.LABEL_REPEATED if repeated else _FIELD.LABEL_OPTIONAL,
                type=scalar or _FIELD.TYPE_MESSAGE,
                type_name=None if scalar else f".scip.{kind.removeprefix('*')}",
            )
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"scip.{name}"))
        for name in _SCHEMA
    }


MESSAGES = _messages()


def encoded(message: str, **fields: object) -> bytes:
    """Return a message as Google's library writes it; messages inside are dictionaries."""
    written: bytes = MESSAGES[message](**fields).SerializeToString()
    return written


def decoded(message: str, data: bytes) -> Any:
    """Return a message as Google's library reads it."""
    return MESSAGES[message].FromString(data)


def symbol(*descriptors: str, package: str = "shop") -> str:
    """Return a symbol with descriptors as they are written."""
    return f"test py {package} 1.0 {''.join(descriptors)}"


def index(documents: Sequence[Mapping[str, object]], root: str = "file:///elsewhere") -> bytes:
    """Return an index of documents."""
    return encoded("Index", metadata={"project_root": root}, documents=documents)


def occurrences(text: str, *marks: tuple[str, str, int]) -> list[dict[str, object]]:
    """Return an occurrence for each mark, columns in characters.

    Args:
        text: The file.
        marks: For each occurrence in the order of the text: a word that stands there, as the next
            one behind the beginning of the occurrence before; its symbol; its roles.
    """
    found: list[dict[str, object]] = []
    position = 0
    for word, name, roles in marks:
        position = text.index(word, position)
        line = text.count("\n", 0, position)
        column = position - (text.rfind("\n", 0, position) + 1)
        found.append(
            {"range": [line, column, column + len(word)], "symbol": name, "symbol_roles": roles}
        )
        position += 1
    return found
