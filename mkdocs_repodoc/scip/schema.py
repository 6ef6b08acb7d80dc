"""Numbers of SCIP's schema: the fields that are read or written, roles, encodings and kinds."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class IndexField(IntEnum):
    """Fields of `Index`."""

    METADATA = 1
    DOCUMENTS = 2


class MetadataField(IntEnum):
    """Fields of `Metadata`."""

    TOOL_INFO = 2
    PROJECT_ROOT = 3
    TEXT_DOCUMENT_ENCODING = 4


class ToolInfoField(IntEnum):
    """Fields of `ToolInfo`."""

    NAME = 1
    VERSION = 2


class DocumentField(IntEnum):
    """Fields of `Document`."""

    RELATIVE_PATH = 1
    OCCURRENCES = 2
    SYMBOLS = 3
    LANGUAGE = 4
    TEXT = 5
    POSITION_ENCODING = 6


class OccurrenceField(IntEnum):
    """Fields of `Occurrence`; indexers of before 2026 write the ranges without a type."""

    RANGE = 1
    SYMBOL = 2
    SYMBOL_ROLES = 3
    ENCLOSING_RANGE = 7
    SINGLE_LINE_RANGE = 8
    MULTI_LINE_RANGE = 9


class SymbolField(IntEnum):
    """Fields of `SymbolInformation`."""

    SYMBOL = 1
    DOCUMENTATION = 3
    RELATIONSHIPS = 4
    KIND = 5
    DISPLAY_NAME = 6
    SIGNATURE = 7


class SignatureField(IntEnum):
    """Fields of `Signature`."""

    LANGUAGE = 4
    TEXT = 5


class RelationshipField(IntEnum):
    """Fields of `Relationship`."""

    SYMBOL = 1
    IS_REFERENCE = 2
    IS_IMPLEMENTATION = 3


class Roles(IntFlag):
    """What an occurrence is to its symbol."""

    NONE = 0
    DEFINITION = 1
    IMPORT = 2
    WRITE = 4
    READ = 8
    GENERATED = 16
    TEST = 32


class TextEncoding(IntEnum):
    """Encoding of the files on disk."""

    UTF8 = 1


class PositionEncoding(IntEnum):
    """What columns count; indexers of before 2024 do not say it."""

    UNSPECIFIED = 0
    UTF8 = 1
    UTF16 = 2
    UTF32 = 3
