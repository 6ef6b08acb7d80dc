"""Speed and data of the symbol palette, in an index of made-up symbols.

`PYTHONPATH=tests python -m benchmarks.palette [symbols]` makes an index, serves it, types names
into the palette in Chromium and prints what was measured.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from statistics import quantiles
from types import MappingProxyType

from playwright.sync_api import Browser, Response
from support.browser import chromium, served

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import Entry
from mkdocs_repodoc.client.palette_index import Index
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan

SYMBOLS = 100_000
SEED = 7
_FILE_SYMBOLS = 35
_WORDS = """
    get set load save state dict module tensor build make graph node edge weight bias layer norm
    conv pool linear forward backward step reset update index key value name path file read write
    open close stream event handle parse token scan emit code block line source target scope type
    check test case run plan cache store fetch query match rank score sort merge split join copy
    move size shape rank count limit first last next previous begin end start stop init done ready
    error warn note trace debug user group role access grant time date zone clock delay retry batch
    item list map filter reduce fold pair left right inner outer upper lower high low mean sum
""".split()  # noqa: SIM905 - a list of words reads better than one of strings
_KINDS = ("class", "function", "method", "method", "method", "attribute", "constant")
_TYPES = ("int", "str", "float", "bool", "Path", "Tensor", "Module", "Graph", "Node", "Any", "None")
_SCRIPTS = (
    "data.js",
    "finder.js",
    "hit_ranking.js",
    "index_parts.js",
    "keys.js",
    "name_matching.js",
    "name_words.js",
    "palette.js",
    "palette_chips.js",
    "palette_hits.js",
    "palette_index.js",
    "palette_query.js",
    "recent_hits.js",
    "signature_matching.js",
)
"""The palette and what it needs of the pages' scripts, in the order in which pages run them."""
_QUERIES = (
    "loadstatedict",
    "get_path",
    "TensorGraph",
    "test_forward",
    "linear forward",
    "nodeedgewei",
    "class: Module",
    "file: parse",
    "str, int -> Path",
    "-> Graph",
    "upadte",
    "retry_batch_limit",
)
_MEASURE = """
    window.measured = [];
    const list = document.querySelector('.rd-palette__list');
    const painted = new MessageChannel();
    painted.port1.onmessage = (event) => window.measured.push(performance.now() - event.data);
    let pressed = 0;
    document.querySelector('.rd-palette__input').addEventListener(
      'input', () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
      if (!pressed) return;
      const from = pressed;
      pressed = 0;
      // A message from a frame's callback arrives when the frame is on the screen.
      requestAnimationFrame(() => painted.port2.postMessage(from));
    }).observe(list, { childList: true });
"""


def made_entries(count: int) -> Iterator[Entry]:
    """Yield made-up symbols, the same for the same count."""
    chance = random.Random(SEED)  # noqa: S311 - made-up names are no secret
    path = module = owner = ""
    for number in range(count):
        if number % _FILE_SYMBOLS == 0:
            parts = [chance.choice(_WORDS) for _ in range(3)]
            module = ".".join([*parts, f"m{number}"])
            path = f"src/{module.replace('.', '/')}.py"
            yield Entry(
                name=f"m{number}.py",
                scope=f"src/{'/'.join(parts)}/",
                kind="file",
                path=path,
                weight=3.0,
            )
        kind = chance.choice(_KINDS)
        words = [chance.choice(_WORDS) for _ in range(chance.randint(1, 4))]
        if kind == "class":
            name = "".join(map(str.capitalize, words))
            owner = f"{name}."
        else:
            name = "_".join(words)
        taken = ", ".join(f"{chance.choice(_WORDS)}: {chance.choice(_TYPES)}" for _ in range(2))
        yield Entry(
            name=name,
            scope=owner if kind in {"method", "attribute"} else "",
            kind=kind,
            path=path,
            module=module,
            line=number % _FILE_SYMBOLS * 20 + 1,
            uses=int(chance.paretovariate(1)) - 1,
            summary=f"What {name} is for, in one sentence." if chance.random() < 1 / 2 else "",
            signature=f"({taken}) -> {chance.choice(_TYPES)}"
            if kind in {"function", "method"}
            else "",
            weight=chance.random() * 5,
        )


def write_site(folder: Path, count: int) -> Index:
    """Write a page with the palette and the index of made-up symbols."""
    found = list(made_entries(count))
    uris, pages = {}, {}
    for path in {entry.path for entry in found}:
        uri = f"repo/{path}_docs.md"
        uris["file", path] = uri
        pages[uri] = PagePlan("file", path, path, uri, "", f"repo/{path}_docs/")
    plan = SitePlan(MappingProxyType(pages), {}, uris)  # type: ignore[arg-type] # kinds are right
    index = Index(found, PageAddresses(plan, "repo", directory_urls=True))
    assets = resources.files("mkdocs_repodoc.client") / "assets"
    target = folder / "assets" / "repodoc"
    for name in (*_SCRIPTS, "palette.css", "vendor/ufuzzy.js"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes((assets / name).read_bytes())
    (target / "data").mkdir()
    for name, content in index.items():
        (target / "data" / f"{name}.js").write_bytes(content)
    scripts = "".join(f"<script src=assets/repodoc/{name}></script>" for name in _SCRIPTS)
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>Palette</title>"
        f"<link rel=stylesheet href=assets/repodoc/palette.css>{scripts}"
    )
    return index


def type_queries(browser: Browser, address: str) -> tuple[list[float], int]:
    """Return the milliseconds from each keystroke to the frame that shows its hits, and a size.

    The size is that of what was fetched before the first hit, in bytes.
    """
    page = browser.new_page()
    fetched: list[int] = []

    def note(response: Response) -> None:
        if "/data/" in response.url or "/vendor/" in response.url:
            fetched.append(len(response.body()))

    page.on("response", note)
    page.goto(address)
    page.keyboard.press("t")
    page.wait_for_selector(".rd-palette[open]")
    page.evaluate(_MEASURE)
    milliseconds: list[float] = []
    page.keyboard.type(_QUERIES[0][0])
    page.wait_for_selector(".rd-hit")
    first = sum(fetched)
    for query in _QUERIES:
        page.fill(".rd-palette__input", "")
        page.evaluate("window.measured.length = 0")
        page.keyboard.type(query, delay=120)
        page.wait_for_timeout(300)
        milliseconds.extend(page.evaluate("window.measured"))
    page.close()
    return milliseconds, first


def main() -> None:
    """Make an index, measure, and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SYMBOLS
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        start = time.process_time()
        index = write_site(folder, count)
        seconds = time.process_time() - start
        sizes = [len(content) for content in index.values()]
        with served(folder) as address:
            milliseconds, first = type_queries(browser, address)
    cut = quantiles(milliseconds, n=20)
    print(f"symbols            {count:,}")
    print(f"index              {sum(sizes):,} bytes in {len(sizes):,} files, {seconds:.1f} s")
    print(f"bytes per symbol   {sum(sizes) / count:.0f}")
    print(f"largest file       {max(sizes):,} bytes")
    print(f"before first hit   {first:,} bytes")
    print(f"keystrokes         {len(milliseconds)}")
    print(f"median             {cut[9]:.1f} ms")
    print(f"95 %               {cut[18]:.1f} ms")


if __name__ == "__main__":
    main()
