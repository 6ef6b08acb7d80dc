"""The exceptions that this package raises on purpose.

```
RepodocError
├── SettingsError       an option has a value that cannot be used
├── ConfigurationError  a configuration file cannot be used
├── SecretsError        files seem to hold secrets, and nothing is to be published then
├── EmbeddingError      a page asks for what isn't there, and is not to be published then
├── ModelError          a file holds no model of a repository that can be read
├── ExecutorError       an executor that others provide can't be reached
└── WorkerError         a process that did a part of the work is gone
```

A broken file in the documented repository is not an exception: it is a
[`Diagnostic`][mkdocs_repodoc.model.diagnostics.Diagnostic], and the file still gets its pages.
"""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path


class RepodocError(Exception):
    """Base of all errors that a user can mend; its text is one line that says how."""


class SettingsError(RepodocError):
    """An option has a value that cannot be used.

    Args:
        option: The option's name as it stands in the configuration.
        problem: What is wrong and what to do about it.
    """

    def __init__(self, option: str, problem: str) -> None:
        super().__init__(f"repodoc option '{option}': {problem}")
        self.option = option
        self.problem = problem

    def __reduce__(self) -> tuple[type[SettingsError], tuple[str, str]]:
        """Let the error cross from a worker process to its parent."""
        return SettingsError, (self.option, self.problem)


class ConfigurationError(RepodocError):
    """A configuration file cannot be used.

    Args:
        file: The file.
        problem: What is wrong with it.
    """

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


class SecretsError(RepodocError):
    """Files seem to hold secrets, and the user wants nothing to be published then.

    Args:
        found: A line that names them.
    """

    def __init__(self, found: str) -> None:
        super().__init__(found)


class EmbeddingError(RepodocError):
    """A hand-written page asks for what the repository doesn't have, and the user is strict.

    Args:
        message: The page, what it asks for, and what is wrong with that.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)


class ModelError(RepodocError):
    """A file holds no model of a repository that can be read.

    Args:
        file: The file.
        problem: What is wrong with it.
    """

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}")


class ExecutorError(RepodocError):
    """An executor that others provide can't be reached; the work is done without it.

    Args:
        problem: A clause that says why.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)


class WorkerError(RepodocError):
    """A process that did a part of the work is gone, and its work with it.

    Args:
        status: Its exit status, negative for a signal; `None` if nobody knows.
    """

    def __init__(self, status: int | None = None) -> None:
        super().__init__(
            f"a worker process ended unexpectedly{how_it_ended(status)}, perhaps because memory "
            "ran out; a lower number in the option 'jobs' starts fewer processes"
        )


def how_it_ended(status: int | None) -> str:
    """Return a process' exit status in brackets, to stand behind a clause.

    Args:
        status: Negative for a signal; `None`, if nobody knows it, gives an empty text.
    """
    if status is None:
        return ""
    if status < 0:
        with contextlib.suppress(ValueError):  # a signal without a name
            return f" ({signal.Signals(-status).name})"
    return f" (exit status {status})"
