"""A repository that keeps up with the files on disk, and answers questions about them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.pipeline.linker import Linker
from mkdocs_repodoc.pipeline.stores.record_store import Progress
from mkdocs_repodoc.processes.garbage import without_collection
from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.asking import answer, question_of
from mkdocs_repodoc.query.kept_texts import KeptTexts
from mkdocs_repodoc.query.watched_files import WatchedFiles
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git

if TYPE_CHECKING:
    from mkdocs_repodoc.query.markdown_twin_pages import TwinPages


class LiveRepository:
    """Answers questions about the files as they are when somebody asks.

    Before each answer it looks at the times of all files; where one has changed, it is analysed
    and what hangs on it is linked anew. Everything else comes from the cache and from memory.

    Args:
        settings: What the repository is. Nothing is published: files that seem to hold secrets
            are left out where a build would fail because of them.
        progress: Told how far longer steps are.
    """

    def __init__(self, settings: Settings, progress: Progress) -> None:
        if settings.secrets == "fail":
            settings = replace(settings, secrets="leave out")
        self._progress = progress
        self._linker = Linker(settings)
        self._texts = KeptTexts(settings.root)
        self._watched = WatchedFiles()
        self._asked: AskedRepository | None = None
        self._pages: TwinPages | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, name: str, parameters: Mapping[str, object]) -> Answer:
        """Answer a question.

        Args:
            name: The question's name.
            parameters: Its parameters by name.

        Raises:
            QuestionError: There is no such question, or it can't be asked like that.
            SettingsError: An option cannot be used with this repository.
        """
        question = question_of(name, parameters)
        return answer(self.now(), name, question)

    def now(self) -> AskedRepository:
        """Return the repository as it is now.

        Raises:
            SettingsError: An option cannot be used with this repository.
        """
        if self._asked is None or self._watched.have_changed():
            self._asked = self._pages = None
            start = time.time_ns()
            with without_collection():
                linked = self._linker.link({}, self._progress)
            self._watched.watch(_watched(linked), start)
            self._asked = AskedRepository(linked, self._texts, self._linker.cache)
        return self._asked

    def pages(self) -> TwinPages:
        """Return the pages of the repository as it is now; those of files are among them.

        Raises:
            SettingsError: An option cannot be used with this repository.
        """
        linked = self.now().linked
        if self._pages is None:
            from mkdocs_repodoc.query.markdown_twin_pages import twin_pages  # noqa: PLC0415 - questions need no pages

            self._pages = twin_pages(linked, self._linker.cache)
        return self._pages

    def page(self, url: str) -> tuple[str | None, str]:
        """Return a page's Markdown, `None` if there is no such page, and the commit that it is of.

        It is made anew if files that it shows are edited meanwhile.

        Args:
            url: As `TwinPage` has it.

        Raises:
            SettingsError: An option cannot be used with this repository.
        """
        pages = self.pages()
        text = pages.text(url)
        if pages.are_overtaken:
            pages = self.pages()
            text = pages.text(url)
        return text, pages.commit

    def close(self) -> None:
        """Release the cache, and leave in it what the next start will want."""
        self._linker.close()


def _watched(linked: LinkedFiles) -> Iterator[str]:
    """Yield what changes when an answer may change."""
    settings = linked.settings
    repository = linked.index.repository
    yield from (f"{settings.root}/{path}" for path in linked.looked_at)
    read = [*settings.scip, *(source.file for source in settings.inventories)]
    yield from map(str, read if settings.coverage is None else [*read, settings.coverage])
    try:
        yield from map(str, git.state_files(settings.root))
    except git.GitError:  # outside git all files are documented that nothing leaves out
        yield from (f"{settings.root}/{path}" for path in repository.folders)
