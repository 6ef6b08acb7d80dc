"""What earlier builds have left is collected, although builds freeze it."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator

import pytest

from mkdocs_repodoc.preview import deferred_gc
from mkdocs_repodoc.preview.deferred_gc import DeferredGc


class Site:
    """Refers to itself, as sites and their pages do."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeferredGc]:
    monkeypatch.setattr(deferred_gc, "_QUIET", 0.1)
    collector = DeferredGc()
    yield collector
    collector.stop()
    gc.unfreeze()


def is_gone(site: weakref.ref[Site], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while site() is not None and time.monotonic() < end:
        time.sleep(0.02)
    return site() is None


def test_a_frozen_site_goes_once_it_is_quiet(collector: DeferredGc) -> None:
    site = Site()
    known = weakref.ref(site)
    gc.freeze()
    del site
    gc.collect()
    assert known() is not None
    collector.collect_later()
    assert is_gone(known, seconds=10)


def test_it_can_be_given_up(collector: DeferredGc) -> None:
    known = weakref.ref(Site())
    gc.freeze()
    collector.collect_later()
    collector.stop()
    assert not is_gone(known, seconds=0.4)


def test_it_is_not_put_off_for_ever(monkeypatch: pytest.MonkeyPatch, collector: DeferredGc) -> None:
    monkeypatch.setattr(deferred_gc, "_QUIET", 1e6)
    known = []
    for _ in range(40):
        known.append(weakref.ref(Site()))
        gc.freeze()
        collector.collect_later()
        if not is_gone(known[0], seconds=0.05):
            continue
        return
    raise AssertionError("nothing was collected")
