"""Take the pictures that the README and the documentation show, from the example site."""

from __future__ import annotations

import tempfile
from pathlib import Path

from support.browser import chromium, served
from support.sites import EXAMPLE, PROJECT, build_site

IMAGES = PROJECT / "docs" / "images"
PICTURES = {
    # name: page, colour scheme, position of the window
    "file": ("repo/src/tidewatch/stations.py_docs/", "light", 0),
    "source": ("repo/src/tidewatch/stations.py_docs/#L80", "dark", None),
    "keywords": ("repo/src/tidewatch/stations.py_kw/", "light", 0),
    "folder": ("repo/src/tidewatch/doc/", "light", 0),
}


def main() -> None:
    """Build the example, open each page, and write its picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(EXAMPLE / "mkdocs.yml", Path(folder) / "site")
        with served(site.folder) as address, chromium() as browser:
            for name, (url, scheme, top) in PICTURES.items():
                context = browser.new_context(
                    viewport={"width": 1280, "height": 800},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                page.goto(address + url, wait_until="networkidle")
                if top is not None:
                    page.evaluate(f"scrollTo(0, {top})")
                page.wait_for_timeout(300)  # until what slides or fades has done so
                page.screenshot(path=IMAGES / f"{name}.png")
                context.close()


if __name__ == "__main__":
    main()
