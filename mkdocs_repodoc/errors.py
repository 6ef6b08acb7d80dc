"""The exceptions that this package raises on purpose.

```
RepodocError
└── SettingsError   an option has a value that cannot be used
```

A broken file in the documented repository is not an exception: it is a
[`Diagnostic`][mkdocs_repodoc.model.diagnostics.Diagnostic], and the file still gets its pages.
"""

from __future__ import annotations


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
