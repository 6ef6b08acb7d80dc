"""Loggers as they were before a command spoke through them in the process of the tests."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from mkdocs_repodoc.command_line.program import LOGGERS


@pytest.fixture(autouse=True)
def restored_loggers() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(each, each.handlers, each.propagate, each.level) for each in loggers]
    yield
    for logger, handlers, propagate, level in before:
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
