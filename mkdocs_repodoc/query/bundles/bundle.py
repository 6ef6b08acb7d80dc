"""A bundle: files as Markdown, whole or in outline, and word of what did not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.bundles.file_choice import ChosenFile, chosen_files
from mkdocs_repodoc.query.bundles.token_counts import TokenCounter
from mkdocs_repodoc.text.english import count, shortened, with_rest

_NAMED = 30
"""Files that did not fit, as far as they are named."""
_SUMMARY = 120
_BETWEEN = 2
"""Tokens between two parts; what is joined has no more of them than its parts."""


@dataclass(frozen=True, slots=True)
class SourceBundle:
    """What was put together.

    Attributes:
        text: All of it, as Markdown.
        tokens: How many there are in the text.
        counted_by: What has counted them.
        whole: Paths of files that are in it from beginning to end.
        outlined: Paths of files of which the names and signatures are in it.
        left_out: Paths of files that belong to it, and did not fit.
    """

    text: str
    tokens: int
    counted_by: str
    whole: tuple[str, ...]
    outlined: tuple[str, ...]
    left_out: tuple[str, ...]


def make_bundle(
    asked: AskedRepository, paths: Sequence[str], budget: int, counter: TokenCounter
) -> SourceBundle:
    """Return the source of some paths and what belongs to it.

    What was asked for comes first, in the order of dependencies: as many outlines as there is room
    for, then as many whole files in their place. The other files get what room is left, likewise.

    Args:
        asked: The repository.
        paths: Files and folders of it.
        budget: How many tokens there may be.
        counter: Counts them.

    Raises:
        RepodocError: There is no such path, or not even the list of what is left out fits.
    """
    repository = asked.repository
    for path in paths:
        if path not in repository.files and path not in repository.folders:
            raise RepodocError(f"{path} is not a documented file or folder")
    packing = _Packing(asked, paths, budget, counter, chosen_files(repository, paths))
    packing.fill()
    return packing.bundle()


@dataclass
class _Packing:
    asked: AskedRepository
    paths: Sequence[str]
    budget: int
    counter: TokenCounter
    files: Sequence[ChosenFile]
    parts: dict[str, str] = field(default_factory=dict)
    """Path → the part of the text that is about it."""
    whole: set[str] = field(default_factory=set)
    _sizes: dict[str, int] = field(default_factory=dict)
    """Path → tokens of its part."""

    def fill(self) -> None:
        """Take what fits, the closest first: outlines, then whole files in their place."""
        for is_asked in (True, False):
            group = [each.path for each in self.files if each.is_asked == is_asked]
            for path in group:
                self._take(path, self._outline(path))
            for path in group:
                if self._take(path, self._whole(path)):
                    self.whole.add(path)

    def bundle(self) -> SourceBundle:
        """Return what was taken.

        Raises:
            RepodocError: Not even the list of what is left out fits.
        """
        text = self._text(self.parts, self.whole)
        tokens = self.counter.count(text)
        if tokens > self.budget:
            raise RepodocError(f"a bundle of these paths has {tokens:,} tokens without any source")
        taken = [each.path for each in self.files if each.path in self.parts]
        return SourceBundle(
            text=text,
            tokens=tokens,
            counted_by=self.counter.name,
            whole=tuple(path for path in taken if path in self.whole),
            outlined=tuple(path for path in taken if path not in self.whole),
            left_out=tuple(each.path for each in self.files if each.path not in self.parts),
        )

    def _take(self, path: str, part: str) -> bool:
        """Take a part if there is room for it, beside the list at the top with its file in it."""
        sizes = {**self._sizes, path: self.counter.count(part) + _BETWEEN}
        taken = [each for each in self.files if each.path in sizes]
        head = self.counter.count("\n\n".join(self._head(taken, self.whole)))
        if not part or head + sum(sizes.values()) > self.budget:
            return False
        self._sizes = sizes
        self.parts[path] = part
        return True

    def _text(self, parts: dict[str, str], whole: set[str]) -> str:
        taken = [each for each in self.files if each.path in parts]
        return (
            "\n\n".join([*self._head(taken, whole), *(parts[each.path] for each in taken)]) + "\n"
        )

    def _head(self, taken: Sequence[ChosenFile], whole: set[str]) -> Iterator[str]:
        commit = self.asked.commit[:12]
        names = ", ".join(md.code(path) for path in self.paths)
        yield f"# {names}" + (f" at {commit}" if commit else "")
        entries = []
        for path, reason, _ in taken:
            form = "whole" if path in whole else "outline"
            entries.append(f"- {md.code(path)}: {form}, {md.escaped(reason)}")
        yield md.items(entries)
        known = {each.path for each in taken}
        if missing := [each.path for each in self.files if each.path not in known]:
            named = ", ".join(md.code(path) for path in missing[:_NAMED])
            files = with_rest(named, len(missing) - _NAMED)
            yield f"Left out for lack of room: {count(len(missing), 'file')}: {files}."

    def _whole(self, path: str) -> str:
        lines = self.asked.lines(path)
        if lines is None:
            return ""
        language = self.asked.repository.files[path].source.language
        return f"## {md.code(path)}\n\n{md.fence(chr(10).join(lines), language)}"

    def _outline(self, path: str) -> str:
        file = self.asked.repository.files[path]
        entries = list(_outlined(file))
        said = [md.escaped(file.summary)] if file.summary else []
        if not entries and not said:
            return ""
        names = [md.items(entries)] if entries else []
        return "\n\n".join([f"## {md.code(path)}, in outline", *said, *names])


def _outlined(file: RepoFile) -> Iterator[str]:
    """Yield the names that a file offers, each with its signature and its first sentence."""
    for symbol in file.outline.symbols:
        if not symbol.public:
            continue
        signature = " ".join(symbol.signature.split())
        name = md.code(f"{symbol.name}{signature}")
        text = f"- {md.escaped(symbol.kind.value)} {name}, line {symbol.line}"
        summary = shortened(" ".join(symbol.summary.split()), _SUMMARY)
        yield f"{text}: {md.escaped(summary)}" if summary else text
