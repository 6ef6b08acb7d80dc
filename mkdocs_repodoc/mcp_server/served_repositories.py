"""The repositories that a server answers about, all asked from one thread of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.live_repository import LiveRepository
from mkdocs_repodoc.query.markdown_twin_pages import TwinPage
from mkdocs_repodoc.query.unsettled import QuestionError
from mkdocs_repodoc.settings import Settings

Result = TypeVar("Result")


class ServedRepositories:
    """Repositories by name.

    Questions are answered one after the other: a database connection belongs to its thread, and
    while an answer is worked out the server goes on to read what clients send.

    Args:
        settings: Name → what the repository is; at least one.

    Raises:
        SettingsError: They name different extensions, of which a process has one set.
    """

    def __init__(self, settings: Mapping[str, Settings]) -> None:
        if len({each.extensions for each in settings.values()}) > 1:
            raise SettingsError(
                "extensions",
                f"{', '.join(settings)} name different ones; serve them by a process each",
            )
        self._settings = settings
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="repodoc-answers")
        self._open = ExitStack()
        self._live: dict[str, LiveRepository] = {}

    @property
    def names(self) -> list[str]:
        """The names of the repositories, in the order in which they were given."""
        return list(self._settings)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._run(self._open.close)
        self._thread.shutdown()

    async def ask(self, repository: str, question: str, parameters: Mapping[str, object]) -> Answer:
        """Answer a question about a repository.

        Args:
            repository: One of `names`; empty for the only one.
            question: The question's name.
            parameters: Its parameters by name.

        Raises:
            QuestionError: The question can't be asked like that.
            RepodocError: It can't be answered; the text says why.
        """
        name = repository or (self.names[0] if len(self._settings) == 1 else "")
        return await self._run(lambda: self._named(name).ask(question, parameters))

    async def overviews(self) -> list[tuple[str, TwinPage]]:
        """Return the pages about repositories as a whole and folders, each with its repository.

        Raises:
            RepodocError: A repository can't be read; the text says why.
        """

        def of(name: str) -> list[tuple[str, TwinPage]]:
            return [(name, page) for page in self._named(name).pages().overviews()]

        found = [await self._run(partial(of, name)) for name in self.names]
        return [each for some in found for each in some]

    async def page(self, repository: str, url: str) -> tuple[str | None, str]:
        """Return a page's Markdown, `None` if there is no such page, and its commit.

        Args:
            repository: One of `names`.
            url: As `TwinPage` has it.

        Raises:
            RepodocError: There is no such repository, or it can't be read; the text says why.
        """
        return await self._run(lambda: self._named(repository).page(url))

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _named(self, name: str) -> LiveRepository:
        """Return a repository, in the thread that answers.

        Raises:
            QuestionError: None has that name.
        """
        if name not in self._settings:
            raise QuestionError(
                f"'repository' must be one of {', '.join(self.names)}; it is {name!r}"
            )
        if name not in self._live:
            live = LiveRepository(self._settings[name], lambda *_: None)
            self._live[name] = self._open.enter_context(live)
        return self._live[name]
