"""An executor of a configuration is used if the environment confirms it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.confirmed import confirmed_executor
from mkdocs_repodoc.options.declared import Options
from mkdocs_repodoc.options.resolve import SiteFacts, resolve

NAMED = "dask://10.0.0.1:8786"


@pytest.mark.parametrize(
    ("variable", "used"),
    [
        ("yes", NAMED),
        ("Yes ", NAMED),
        (NAMED, NAMED),
        ("a.b:make", "a.b:make"),
        ("no", ""),
        ("", ""),
    ],
)
def test_the_environment_decides(variable: str, used: str) -> None:
    assert confirmed_executor(NAMED, {"REPODOC_EXECUTOR": variable}) == used


def test_a_configuration_alone_names_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPODOC_EXECUTOR", raising=False)
    site = SiteFacts(tmp_path, "Shop", "", tmp_path / "site")
    settings = resolve(Options(executor=NAMED), site)
    assert (settings.executor, settings.unconfirmed_executor) == ("", NAMED)

    monkeypatch.setenv("REPODOC_EXECUTOR", "yes")
    settings = resolve(Options(executor=NAMED), site)
    assert (settings.executor, settings.unconfirmed_executor) == (NAMED, "")


def test_another_value_is_one_line() -> None:
    with pytest.raises(SettingsError, match="the variable REPODOC_EXECUTOR: 'on' is neither"):
        confirmed_executor(NAMED, {"REPODOC_EXECUTOR": "on"})
