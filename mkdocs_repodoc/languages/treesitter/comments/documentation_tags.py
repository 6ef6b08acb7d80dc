"""The marks that documentation comments have, by what each says."""

from __future__ import annotations

PARAMETERS = {"param", "arg", "argument", "tparam", "prop", "property", "yieldparam", "option"}
RETURNS = {"return", "returns", "retval", "result"}
RAISES = {"throws", "throw", "exception", "exceptions", "raise", "raises"}
BRIEF = {"brief", "short", "summary"}
"""Marks of the one sentence that says it all; it goes first, wherever it stands."""
TEXT = {"details", "description", "desc", "remarks"}
SKIPPED = frozenset(
    """
    file fileoverview class struct fn ingroup defgroup addtogroup namespace def var enum
    typedef author authors name function method memberof package internal public private
    protected static constructor async override type export module kind interface api
    hideinitializer anchor copyright license date union headerfile
    group category event packagedocumentation hidden ignore alpha beta experimental readonly
    sealed virtual inline expand document primaryexport
    extends augments implements mixes template callback type this
    """.split()  # noqa: SIM905 - reads better
)
NOTES = {
    "see": "See",
    "sa": "See also",
    "note": "Note",
    "remark": "Remark",
    "warning": "Warning",
    "attention": "Attention",
    "since": "Since",
    "version": "Version",
    "deprecated": "Deprecated",
    "todo": "To do",
    "pre": "Precondition",
    "post": "Postcondition",
    "invariant": "Invariant",
    "default": "Default",
    "yield": "Yields",
    "yieldreturn": "Yields",
    "example": "Example",
    "complexity": "Complexity",
    "emits": "Emits",
    "fires": "Emits",
}
RUST_SECTIONS = {
    "arguments": "parameters",
    "parameters": "parameters",
    "returns": "returns",
    "return value": "returns",
    "examples": "examples",
    "example": "examples",
}
