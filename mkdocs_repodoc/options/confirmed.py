"""An option that is a power of its own, and that a repository's configuration alone can't give.

An executor runs code on this machine. Whoever builds the repository of somebody else reads its
configuration as data: it may propose an executor, and the environment decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.checks import executor

_VARIABLE = "REPODOC_EXECUTOR"


def confirmed_executor(option: str, environment: Mapping[str, str]) -> str:
    """Return the executor that is to be used; empty if there is none.

    Args:
        option: The option `executor`, checked.
        environment: Variables; `REPODOC_EXECUTOR` is `yes` for that of the option, or names one,
            which replaces the option.

    Raises:
        SettingsError: The variable has a value that can't be used.
    """
    value = environment.get(_VARIABLE, "").strip()
    if value.lower() in {"", "no"}:
        return ""
    if value.lower() == "yes":
        return option
    try:
        return executor(value)
    except ValueError as error:
        raise SettingsError("executor", f"the variable {_VARIABLE}: {error}") from None
