"""One result for many readers who ask for the same at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """Has one thread make what others wait for that ask for it meanwhile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[Made]] = {}

    def get(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what `make` returns here, or in another thread that is about the same name.

        Raises:
            BaseException: Whatever `make` raises.
        """
        with self._lock:
            others = self._under_way.get(name)
            own: Future[Made] = self._under_way.setdefault(name, Future())
        if others is not None:
            return others.result()
        try:
            made = make()
        except BaseException as error:
            own.set_exception(error)
            raise
        else:
            own.set_result(made)
            return made
        finally:
            with self._lock:
                del self._under_way[name]
