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
        if name not in self._settings:
            raise QuestionError(
                f"'repository' must be one of {', '.join(self.names)}; it is {repository!r}"
            )
        return await self._run(partial(self._ask, name, question, parameters))

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _ask(self, name: str, question: str, parameters: Mapping[str, object]) -> Answer:
        if name not in self._live:
            live = LiveRepository(self._settings[name], lambda *_: None)
            self._live[name] = self._open.enter_context(live)
        return self._live[name].ask(question, parameters)
