"""Take the pictures that the README and the documentation show, from the example site."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from support.browser import chromium, served
from support.repositories import commit_all
from support.sites import EXAMPLE, PROJECT, build_site

IMAGES = PROJECT / "docs" / "images"
PICTURES = {
    # name: page and place on it, colour scheme
    "file": ("repo/src/tidewatch/stations.py_docs/#tidewatch.stations.Station", "light"),
    "source": ("repo/src/tidewatch/predict/almanac.py_docs/#L77-L88", "dark"),
    "folder": ("repo/src/tidewatch/doc/#dependencies", "light"),
}


def main() -> None:
    """Build the example, open each page, and write its picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # A repository of its own, as it would be anywhere else.
        project = Path(folder) / "tidewatch"
        shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns(".cache", "site"))
        commit_all(project, "Watch the tide")
        site = build_site(project / "mkdocs.yml", Path(folder) / "site")
        with served(site.folder) as address, chromium() as browser:
            for name, (url, scheme) in PICTURES.items():
                context = browser.new_context(
                    viewport={"width": 1280, "height": 800},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                page.goto(address + url, wait_until="networkidle")
                page.wait_for_timeout(300)  # until what slides or fades has done so
                page.screenshot(path=IMAGES / f"{name}.png")
                context.close()


if __name__ == "__main__":
    main()
