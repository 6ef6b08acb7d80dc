"""The system's Chromium, a server for a folder of files, and a page without either."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from mkdocs_repodoc.client.bundles import script, style_sheet

NAMES = (
    "chromium-headless-shell",  # the same pages without a browser around them: a third of the work
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
UNUSED = (
    # The popup of the address bar is a page of its own, made with each window though nobody sees
    # it: a second of work that a page of ours takes a twentieth of.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    # The last list given counts, so that this repeats what Playwright's own has.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying"),
    *("AimEnabled", "PreconnectToSearch"),
)
"""Features of Chromium that tests are better off without."""
ARGUMENTS = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    # What a page asks of elsewhere is a request all the same, and the same without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNUSED)}",
)


def executable() -> str:
    """Return the path of a Chromium: the one that CHROMIUM names, else one on PATH.

    Raises:
        FileNotFoundError: There is none.
    """
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    raise FileNotFoundError("no Chromium on PATH; `make test` installs one, or set CHROMIUM")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a browser for as long as the block lasts."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


CLIPBOARD = ("clipboard-read", "clipboard-write")
"""What a window is allowed in which tests copy."""
_FREE: dict[tuple[Browser, str], list[Page]] = {}


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """Lend a window as somebody has it who is here for the first time, but for a warm cache.

    A new one for each test would take half as much again. What a test has added to it is taken
    away, but scripts that each page begins with.

    Args:
        browser: Where it opens.
        options: Of its context, as Playwright has them.
    """
    free = _FREE.setdefault((browser, repr(sorted(options.items()))), [])
    page = free.pop() if free else browser.new_context(**options).new_page()
    yield page
    page.unroute_all()
    for other in page.context.pages:
        if other is not page:
            other.close()
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    page.emulate_media(
        media="null",
        color_scheme=options.get("color_scheme", "null"),
        reduced_motion=options.get("reduced_motion", "null"),
    )
    page.mouse.move(0, 0)
    if "viewport" in options:
        page.set_viewport_size(options["viewport"])
    free.append(page)


PATIENCE = 30_000
"""Milliseconds in which what is expected comes, as for all else that Playwright waits for."""
ADDRESS = "http://127.0.0.1:9/page/"
"""Never asked: every request is answered by the test."""


def open_page(page: Page, html: str, fragment: str = "") -> None:
    """Open what a renderer has made as a page of its own, with the product's scripts and styles."""
    styles, scripts = style_sheet("theme"), script("theme")
    document = (
        f"<!doctype html><meta charset=utf-8><title>t</title><style>{styles.content}</style>{html}"
        f"<script src={scripts.uri}></script>"
    )

    def answer(route: Route) -> None:
        if route.request.url.endswith(scripts.uri):
            route.fulfill(body=scripts.content, content_type="text/javascript")
        elif route.request.url.startswith(ADDRESS):
            route.fulfill(body=document, content_type="text/html")
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(ADDRESS + fragment)


_IS_TAKEN_OVER = """
(url) => {
  const link = Object.assign(document.createElement("a"), { href: url });
  let isTaken = false;
  const see = (event) => {
    isTaken = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", see, { once: true });
  document.querySelector(".md-content").append(link);
  link.click();
  link.remove();
  return isTaken;
}
"""


def follow_instantly(page: Page, url: str) -> None:
    """Follow a link once Material takes it over: it does so when it has read the sitemap."""
    page.wait_for_function(_IS_TAKEN_OVER, arg=url)
    page.wait_for_url(url)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self, *arguments: Any, late: float, headers: Mapping[str, str], **options: Any
    ) -> None:
        self._late = late
        self._headers = headers
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.headers.get("Sec-Fetch-Dest") in {"script", "image"}:
            time.sleep(self._late)
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *arguments: object) -> None:
        """Stay silent: a browser that closes a page drops its connections."""


@contextmanager
def served(
    folder: Path, *, late: float = 0, headers: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Serve a folder at a free port for as long as the block lasts; yields its address.

    Args:
        folder: What is served.
        late: Seconds that each script and each image takes.
        headers: Sent with each answer.
    """
    handler = partial(_Handler, directory=str(folder), late=late, headers=headers)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
