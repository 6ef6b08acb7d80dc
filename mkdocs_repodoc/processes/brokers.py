"""Executors of the user's choice, each in a process of its own that hands work on to it.

An executor brings threads and connections along, and a process that has threads can't be copied any
more; it may also fail in ways of its own. It is therefore made in an interpreter that this process
starts, and that looks for modules nowhere in the repository: what the user names as
`module:callable` is installed, or it is not found.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import pickle
import signal
import threading
import time
import warnings
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from mkdocs_repodoc.errors import ExecutorError, SettingsError
from mkdocs_repodoc.processes.answers import Answer, Done, Raised, Ready

DASK = "dask://"
"""Beginning of an address of a scheduler of `dask.distributed`."""

_OPTION = "executor"
_SECONDS_TO_CONNECT = 10
_LONGEST = 200
"""Characters of what an exception says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of a piece of work.

    Attributes:
        number: Which one it is.
        result: What the function has returned; `None` if there is nothing.
        problem: Why there is nothing.
    """

    number: int
    result: bytes | None
    problem: str = ""


@dataclass(frozen=True)
class Brokerage:
    """The work of an interpreter that hands pieces of work on to an executor.

    Attributes:
        executor: The executor, as the option has it.
        function: A function of a module, from bytes to bytes; it is called wherever the executor
            has its workers.
    """

    executor: str
    function: Callable[[bytes], bytes]

    def serve(self, receive: Callable[[], Any], send: Callable[[bytes], None]) -> None:
        """Hand on numbered pieces of work until there are no more, and their outcomes back.

        Args:
            receive: Returns the next number with its piece; raises `EOFError` if there is none.
            send: Sends an answer, pickled.
        """
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what becomes of it
        warnings.simplefilter("ignore")  # nobody here could mend what they are about
        lock = threading.Lock()

        def tell(answer: Answer) -> None:
            with lock, contextlib.suppress(OSError):  # the parent is gone
                send(pickle.dumps(answer))

        try:
            made = made_executor(self.executor)
        except (SettingsError, ExecutorError) as error:
            tell(Raised(error))
            return
        tell(Ready())
        threading.Thread(target=_watch, args=(made.is_connected, tell), daemon=True).start()
        self._hand_on(made.executor, receive, tell)
        # Its threads may wait for what never comes.
        os._exit(0)

    def _hand_on(
        self, executor: Executor, receive: Callable[[], Any], tell: Callable[[Answer], None]
    ) -> None:
        def finish(number: int, future: Future[bytes]) -> None:
            tell(Done(_outcome(number, future)))

        while True:
            try:
                number, piece = receive()
            except (EOFError, OSError):
                break
            try:
                future = executor.submit(self.function, piece)
                future.add_done_callback(partial(finish, number))
            except Exception as error:  # noqa: BLE001 - an executor raises what it likes
                tell(Done(Outcome(number, None, _named(error))))
        with contextlib.suppress(Exception):  # likewise; nobody waits for it any more
            _shut_down(executor)


class MadeExecutor(NamedTuple):
    """An executor, and a way to see that its work will never come back."""

    executor: Executor
    is_connected: Callable[[], bool] = lambda: True
    """Tells whether it reaches whoever does its work, as far as it knows."""


def made_executor(name: str) -> MadeExecutor:
    """Return the executor that the option names.

    Args:
        name: `dask://host:port`, or `module:callable`, which is called without arguments.

    Raises:
        SettingsError: There is no such thing, or it makes no executor.
        ExecutorError: It can't be reached.
    """
    if name.startswith(DASK):
        return _dask_executor(name)
    module, _, attribute = name.partition(":")
    try:
        make = getattr(importlib.import_module(module), attribute)
    except ImportError as error:
        raise SettingsError(
            _OPTION,
            f"the module of '{name}' can't be imported: {error}; it must be installed, since "
            "nothing is imported from the repository",
        ) from None
    except AttributeError:
        raise SettingsError(_OPTION, f"the module '{module}' has no '{attribute}'") from None
    except Exception as error:
        raise SettingsError(_OPTION, f"'{module}' raises {_named(error)}") from error
    try:
        executor = make()
    except Exception as error:
        raise SettingsError(_OPTION, f"'{name}' raises {_named(error)}") from error
    if not callable(getattr(executor, "submit", None)):
        raise SettingsError(
            _OPTION, f"'{name}' returns {type(executor).__name__}, which has no 'submit'"
        )
    return MadeExecutor(executor)


def _dask_executor(name: str) -> MadeExecutor:
    try:
        dask: Any = importlib.import_module("dask")  # an extra, without types
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise SettingsError(_OPTION, f"'{name}' needs pip install 'mkdocs-repodoc[dask]'") from None
    # A client tells at length what it will tell once more by its futures.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    dask.config.set({"distributed.comm.timeouts.connect": f"{_SECONDS_TO_CONNECT}s"})
    address = f"tcp://{name.removeprefix(DASK)}"
    try:
        client = distributed.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ExecutorError("its scheduler can't be reached") from error
    try:
        client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
    except TimeoutError as error:
        raise ExecutorError("it has no workers") from error
    return MadeExecutor(client.get_executor(pure=False), lambda: client.status == "running")


def _watch(is_connected: Callable[[], bool], tell: Callable[[Answer], None]) -> None:
    """Say so when a connection has not come back for a while: what waits for it does not fail."""
    lost = 0
    while lost < _SECONDS_TO_CONNECT:
        time.sleep(1)
        lost = 0 if is_connected() else lost + 1
    tell(Raised(ExecutorError("its scheduler is gone")))


def _outcome(number: int, future: Future[bytes]) -> Outcome:
    try:
        result = future.result()
    except CancelledError:
        return Outcome(number, None, "it was cancelled there")
    except BaseException as error:  # noqa: BLE001 - a worker raises what it likes
        return Outcome(number, None, _named(error))
    if type(result) is not bytes:  # a number would become as many zeros
        return Outcome(number, None, f"it returned {type(result).__name__} instead of bytes")
    return Outcome(number, result)


def _shut_down(executor: Executor) -> None:
    """End an executor; what it does at the moment may come to its end if it can't be left."""
    try:
        executor.shutdown(wait=True, cancel_futures=True)
    except TypeError:  # Dask's has no such argument: without waiting it cancels all
        executor.shutdown(wait=False)


def _named(error: BaseException) -> str:
    try:
        said = " ".join(str(error).split())[:_LONGEST]
    except Exception:  # noqa: BLE001 - it has a text of its own making
        said = ""
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
