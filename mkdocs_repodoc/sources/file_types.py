"""Types of files: language by name, shebang and content; text or not.

Names come from the `identify` library's tables, made coarser: one language for all that are read
the same way. An SVG image is `xml`, since its source is worth reading as much as its picture.
"""

from __future__ import annotations

import codecs
import io
import re

from identify import identify
from identify.extensions import EXTENSIONS, NAMES

from mkdocs_repodoc.model.files import FileKind
from mkdocs_repodoc.sources.signs_of_types import GENERIC, read_signs

HEAD = 8_192
"""How many bytes of a file decide on its kind and language."""
GENERIC |= {"toml", "ini", "html", "groovy", "clojure"}
"""Tags that describe a family: the language if nothing more special is known here."""
_IMAGES = {"png", "gif", "jpeg", "webp", "avif", "ico", "bmp"}
_REQUIREMENTS = re.compile(
    r"(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in|pip)$", re.IGNORECASE
)
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_LFS = b"version https://git-lfs.github.com/spec/"
_SNIFFS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*<\?xml\b"), "xml"),
    (re.compile(rb"\s*(?:<!doctype html|<html\b)", re.IGNORECASE), "html"),
    (re.compile(rb"%YAML\b"), "yaml"),
)


def is_text(head: bytes) -> bool:
    """Tell text from binary data by a file's first bytes.

    Text has no NUL byte, unless a byte order mark announces UTF-16 or UTF-32, and what is not
    UTF-8 has no control characters.
    """
    if head.startswith(_BOMS):
        return True
    if b"\0" in head or head.startswith(b"%PDF-"):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return not _CONTROL.search(head)
    return True


def classify(name: str, head: bytes) -> tuple[FileKind, str]:
    """Return the kind and the language of a regular file.

    Args:
        name: Its base name.
        head: Its first `HEAD` bytes.

    Returns:
        Kind (never `symlink` or `submodule`) and lower-case language; for binary data the format.
    """
    if head.startswith(_LFS):
        return "lfs", "lfs pointer"
    language = language_of(name, head)
    if not is_text(head):
        if language in _IMAGES:
            return "image", language
        return "binary", _binary_format(name)
    if name.lower().endswith(".svg"):
        return "image", "xml"
    if language in _IMAGES or language == "binary":
        language = "text"
    return "text", language


def language_of(name: str, head: bytes = b"") -> str:
    """Return the language of a file by its name, else its `#!` line, else its first bytes.

    Args:
        name: Base name.
        head: First bytes; without them the name alone decides.

    Returns:
        Lower-case name, `text` if nothing is known.
    """
    return _by_name(name, head) or _by_shebang(head) or _by_content(head)


def _by_name(name: str, head: bytes) -> str:
    lower, signs = name.lower(), read_signs()
    if lower in signs.names:
        return signs.names[lower]
    if _REQUIREMENTS.match(name):
        return "requirements"
    extension = lower.rpartition(".")[2] if "." in lower else ""
    if choose := signs.shared_suffixes.get(extension):
        return choose.load()(head)
    if name not in NAMES and signs.suffixes.get(extension):
        return signs.suffixes[extension]
    # A name such as `BUILD` says something in front of an ending only where that tells nothing.
    by_ending = name not in NAMES and extension in EXTENSIONS
    tags = identify.tags_from_filename(f"_.{extension}" if by_ending else name)
    if not tags and re.match(r"(?:docker|container)file\b", lower):
        return "dockerfile"
    return _from_tags(tags)


def _from_tags(tags: set[str]) -> str:
    signs = read_signs()
    special = sorted(tags - signs.generic - {"plain-text"})
    for tag in special:
        if tag in signs.tags:
            return signs.tags[tag]
    for family in signs.families:
        if family in tags:
            return family
    if special:
        return special[0]
    if "plain-text" in tags:
        return "text"
    return "binary" if "binary" in tags else ""


def _binary_format(name: str) -> str:
    extension = name.lower().rpartition(".")[2]
    tags = sorted(EXTENSIONS.get(extension, set()) - {"binary", "image", "text", "audio"})
    return tags[-1] if tags and "binary" in EXTENSIONS[extension] else "binary"


def _by_shebang(head: bytes) -> str:
    if not head.startswith(b"#!"):
        return ""
    command = identify.parse_shebang(io.BytesIO(head))
    if not command:
        return ""
    program = re.sub(r"[\d.]+$", "", command[0].rpartition("/")[2])
    tagged = _from_tags(identify.tags_from_interpreter(program))
    return tagged or read_signs().interpreters.get(program, "")


def _by_content(head: bytes) -> str:
    for pattern, language in _SNIFFS:
        if pattern.match(head):
            return language
    return "text"
