"""An e-book as a file: the container of EPUB 3.3, by the rules of its specification.

The archive begins with `mimetype`, stored; `META-INF/container.xml` names the package, which lists
all files and the order of the chapters. Equal books are equal files.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FOLDER = "EPUB"
_XHTML = "application/xhtml+xml"
_MEDIA_TYPES = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
_CONTAINER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


class BookHeading(NamedTuple):
    """A heading inside a chapter, for the table of contents.

    Attributes:
        title: Plain text.
        anchor: Its id.
    """

    title: str
    anchor: str


class EpubChapter(NamedTuple):
    """A file of the book.

    Attributes:
        name: Of the file.
        title: Plain text.
        content: XHTML of what is in its body.
        headings: The headings that the table of contents has of it.
    """

    name: str
    title: str
    content: str
    headings: Sequence[BookHeading] = ()


class EpubBook(NamedTuple):
    """An e-book.

    Attributes:
        title: Plain text.
        identifier: The same for all editions of one state, as a URN.
        modified: Date of the state, ISO 8601; empty if nobody knows.
        source: Address of what it is about; may be empty.
        styles: The style sheet.
        chapters: In reading order, a title page first.
        images: Name of a file → its bytes; chapters show them by name.
    """

    title: str
    identifier: str
    modified: str
    source: str
    styles: str
    chapters: Sequence[EpubChapter]
    images: Mapping[str, bytes]


def image_type(name: str) -> str | None:
    """Return the media type of an image; `None` for one that e-books do not have to show."""
    return _MEDIA_TYPES.get(name.rpartition(".")[2].lower())


def epub_bytes(book: EpubBook) -> bytes:
    """Return a book as a file."""
    output = io.BytesIO()
    with ZipFile(output, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", compressed=False)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode())
        _add(archive, f"{_FOLDER}/package.opf", _package(book).encode())
        _add(archive, f"{_FOLDER}/contents.xhtml", _contents(book).encode())
        _add(archive, f"{_FOLDER}/book.css", book.styles.encode())
        for chapter in book.chapters:
            body = f"<section>\n{chapter.content}\n</section>"
            _add(archive, f"{_FOLDER}/{chapter.name}", _document(chapter.title, body).encode())
        for name, content in book.images.items():
            _add(archive, f"{_FOLDER}/{name}", content)
    return output.getvalue()


def _add(archive: ZipFile, name: str, content: bytes, *, compressed: bool = True) -> None:
    entry = ZipInfo(name)  # dated 1980: the archive says nothing of when it was made
    entry.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _document(title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        'lang="en" xml:lang="en">\n<head>\n'
        f"<title>{escape(title)}</title>\n"
        '<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _contents(book: EpubBook) -> str:
    entries = []
    for chapter in book.chapters:
        inner = "".join(
            f'<li><a href="{chapter.name}#{escape(each.anchor)}">{escape(each.title)}</a></li>\n'
            for each in chapter.headings
        )
        below = f"\n<ol>\n{inner}</ol>\n" if inner else ""
        entries.append(f'<li><a href="{chapter.name}">{escape(chapter.title)}</a>{below}</li>\n')
    listed = f"<ol>\n{''.join(entries)}</ol>"
    return _document("Contents", f'<nav epub:type="toc">\n<h1>Contents</h1>\n{listed}\n</nav>')


def _package(book: EpubBook) -> str:
    items = [
        f'<item id="contents" href="contents.xhtml" media-type="{_XHTML}" properties="nav"/>',
        '<item id="styles" href="book.css" media-type="text/css"/>',
    ]
    items += [
        f'<item id="chapter-{number}" href="{chapter.name}" media-type="{_XHTML}"/>'
        for number, chapter in enumerate(book.chapters)
    ]
    items += [
        f'<item id="image-{number}" href="{name}" media-type="{image_type(name)}"/>'
        for number, name in enumerate(book.images)
    ]
    first, *others = (f'<itemref idref="chapter-{each}"/>' for each in range(len(book.chapters)))
    spine = "\n".join([first, '<itemref idref="contents"/>', *others])
    source = f"<dc:source>{escape(book.source)}</dc:source>\n" if book.source else ""
    date = f"<dc:date>{book.modified}</dc:date>\n" if book.modified else ""
    listed = "\n".join(items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        'xml:lang="en">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>\n'
        f"<dc:title>{escape(book.title)}</dc:title>\n<dc:language>en</dc:language>\n{date}{source}"
        f'<meta property="dcterms:modified">{book.modified or "1980-01-01"}T00:00:00Z</meta>\n'
        f"</metadata>\n<manifest>\n{listed}\n</manifest>\n<spine>\n{spine}\n</spine>\n</package>\n"
    )
