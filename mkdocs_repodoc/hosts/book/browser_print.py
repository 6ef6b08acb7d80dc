"""Pages of HTML printed into PDF by a Chromium of the machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.processes.isolation import environment, program

_NAMES = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
_CHOSEN = "CHROMIUM"
"""Environment variable that names another one."""
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_SECONDS = 600


def printed(html: str, root: Path) -> bytes:
    """Return a page as PDF.

    Args:
        html: The page, which needs nothing else.
        root: The documented folder, in which no program is looked for.

    Raises:
        RepodocError: There is no browser, or it prints nothing.
    """
    browser = _browser(root)
    with TemporaryDirectory(prefix="repodoc-print-") as name:
        folder = Path(name)
        page, output = folder / "book.html", folder / "book.pdf"
        page.write_text(html, "utf-8")
        command = [
            *(browser, *_FLAGS, f"--user-data-dir={folder / 'profile'}"),
            *(["--no-sandbox"] if _is_root() else []),
            *(f"--print-to-pdf={output}", page.as_uri()),
        ]
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment(root) | {"HOME": str(folder)},
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except OSError as error:
            raise RepodocError(f"{browser} can't be started: {error.strerror}") from error
        except subprocess.TimeoutExpired as error:
            raise RepodocError(
                f"{browser} has not printed the book within {_SECONDS} seconds"
            ) from error
        if not output.is_file() or not output.stat().st_size:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            why = f": {said[-1]}" if said else ""
            raise RepodocError(f"{browser} has printed nothing{why}")
        return output.read_bytes()


def _browser(root: Path) -> str:
    if chosen := os.environ.get(_CHOSEN, ""):
        if Path(chosen).is_absolute() and Path(chosen).is_file() and os.access(chosen, os.X_OK):
            return chosen
        if Path(chosen).name == chosen and (found := program(chosen, root)):
            return found
        raise RepodocError(
            f"{_CHOSEN} is {chosen!r}, which is not a program; set it to the path of Chromium or "
            "Chrome, or to its name on PATH"
        )
    for name in _NAMES:
        if found := program(name, root):
            return found
    raise RepodocError(
        "a book in PDF is printed by Chromium or Chrome, and there is none on PATH; install one, "
        f"or set {_CHOSEN} to its path"
    )


def _is_root() -> bool:
    """Whether the browser would refuse to start in its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
