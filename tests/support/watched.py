"""A page of the browser with everything that goes wrong on it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""Pixels by which a page is wider than its window."""


class Watched:
    """A window that is listened to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def told_troubles(self) -> list[str]:
        """Return what has gone wrong since this was asked last."""
        told = self.troubles
        self.troubles = []
        return told

    def _failed(self, request: Request) -> None:
        # What a page fetches in the background is given up when its reader moves on.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self.troubles.append(f"{answer.status}: {answer.url}")

    def _console(self, message: ConsoleMessage) -> None:
        kind, text = message.type, message.text
        if kind in {"error", "warning"}:
            self.troubles.append(f"console {kind}: {text}")


def assert_no_trouble(watched: Watched, address: str) -> None:
    """Fail if anything went wrong on the page, or it asks another host, or is too wide."""
    assert watched.told_troubles() == []
    assert watched.hosts == {urlsplit(address).netloc}
    assert watched.page.evaluate(SIDEWAYS) <= 0, "the page scrolls sideways"
