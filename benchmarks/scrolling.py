"""Time until the page of a long file is there, and how smoothly it scrolls.

`PYTHONPATH=tests python -m benchmarks.scrolling [file]` documents one file, by default the longest
module of torch, turns the wheel over its listing in Chromium and prints what was measured.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from playwright.sync_api import Page
from support.browser import chromium, served
from support.sites import build_site

from benchmarks.corpora import CORPORA, commit

_LONGEST = "_inductor/ir.py"
_VISITS = 3
_TURNS = 150
_TURN = 700  # CSS pixels, a fast turn of a wheel
_LATE = 50  # milliseconds after which a frame is seen to be missing
_CONFIG = """\
site_name: Long
theme: {name: material, font: false}
plugins: [search, repodoc]
"""
_LOADED = """
() => {
  const [visit] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [paint.startTime, visit.domContentLoadedEventEnd, visit.loadEventEnd];
}
"""
_NOTE_FRAMES = """
() => {
  window.frames_ = [];
  const note = (time) => { window.frames_.push(time); requestAnimationFrame(note); };
  requestAnimationFrame(note);
}
"""


class Visit(NamedTuple):
    """Milliseconds of one visit of the page."""

    first_paint: float
    parsed: float
    loaded: float
    frames: list[float]


def write_site(source: Path, folder: Path) -> str:
    """Build a site of one file into `folder`; returns the address of the file's page."""
    project = folder / "project"
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# Home\n")
    (project / "mkdocs.yml").write_text(_CONFIG)
    shutil.copy(source, project / source.name)
    commit(project)
    build_site(project / "mkdocs.yml", folder / "site")
    return f"repo/{source.name}_docs/"


def visit(page: Page, address: str) -> Visit:
    """Open a page, scroll through its listing and return how long everything took.

    Raises:
        RuntimeError: The page did not follow the wheel.
    """
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    times = page.evaluate(_LOADED)
    page.evaluate("document.querySelector('.rd-listing').scrollIntoView()")
    page.wait_for_timeout(500)
    start = page.evaluate("scrollY")
    page.mouse.move(640, 450)
    page.evaluate(_NOTE_FRAMES)
    for _ in range(_TURNS):
        page.mouse.wheel(0, _TURN)
    page.wait_for_timeout(300)
    if page.evaluate("scrollY") < start + _TURNS * _TURN / 2:
        raise RuntimeError("the page did not follow the wheel")
    frames = page.evaluate("window.frames_")
    first_paint, parsed, loaded = times
    gaps = [after - before for before, after in pairwise(frames)]
    return Visit(first_paint, parsed, loaded, gaps)


def main() -> None:
    """Build, measure and print."""
    if len(sys.argv) > 1:
        source = Path(sys.argv[1])
    else:
        corpus = CORPORA["torch"]
        corpus.fetch()
        source = corpus.package / _LONGEST
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        url = write_site(source, folder)
        size = (folder / "site" / url / "index.html").stat().st_size
        visits = []
        with served(folder / "site") as address:
            for _ in range(_VISITS):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                visits.append(visit(page, address + url))
                page.close()
    lines = source.read_bytes().count(b"\n")
    frames = [each for one in visits for each in one.frames]
    print(f"lines              {lines:,}")
    print(f"page               {size:,} bytes")
    print(f"first paint        {median(one.first_paint for one in visits):.0f} ms")
    print(f"parsed             {median(one.parsed for one in visits):.0f} ms")
    print(f"loaded             {median(one.loaded for one in visits):.0f} ms")
    print(f"frames             {len(frames)}")
    print(f"median frame       {median(frames):.1f} ms")
    print(f"95 %               {quantiles(frames, n=20)[18]:.1f} ms")
    print(f"longest            {max(frames):.1f} ms")
    print(f"over {_LATE} ms         {sum(each > _LATE for each in frames)}")


if __name__ == "__main__":
    main()
