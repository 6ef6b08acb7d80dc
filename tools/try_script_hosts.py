"""Build the example's export with Docusaurus and Starlight, and follow every link of both sites.

`make script-hosts` runs it. The tests do the same with the generators that pip installs; these two
come from npm, a few hundred packages each. A site in HTML stands in the folder that each copies as
it is, and the export leads to it. With `--files` the pages of files are exported, too.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from support.crawler import Crawler
from support.sites import EXAMPLE, PROJECT
from support.static_sites import LOG, configured

from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown
from mkdocs_repodoc.hosts.static.static_build import build_tree

INSTALLED = PROJECT / ".venv-script-hosts"
"""A folder for each generator, where npm puts it and its site is made."""


class Generator(NamedTuple):
    """A generator of sites.

    Attributes:
        packages: What npm installs: name → versions.
        files: Its configuration.
        build: The command that makes the site.
        pages: Folder of its pages.
        static: Folder of what it copies as it is.
        html: Where the site in HTML is, as its pages name it.
        made: Folder that it writes into.
    """

    packages: Mapping[str, str]
    files: Mapping[str, str]
    build: tuple[str, ...]
    pages: str
    static: str
    html: str
    made: str


GENERATORS = {
    "docusaurus": Generator(
        {
            "@docusaurus/core": "^3.10",
            "@docusaurus/preset-classic": "^3.10",
            "react": "^19",
            "react-dom": "^19",
        },
        {
            "docusaurus.config.js": """\
module.exports = {
  title: 'Docs', url: 'https://docs.example', baseUrl: '/',
  onBrokenLinks: 'throw', onBrokenAnchors: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw' } },
  presets: [['classic', {
    docs: { routeBasePath: '/', exclude: [], numberPrefixParser: false }, blog: false, theme: {},
  }]],
};
""",
            "docs/index.md": "# Home\n\n[The code](repository/index.md)\n",
        },
        ("docusaurus", "build"),
        pages="docs",
        static="static",
        html="pathname:///",
        made="build",
    ),
    "starlight": Generator(
        {"@astrojs/starlight": "^0.42", "astro": "^7"},
        {
            "astro.config.mjs": """\
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
const source = { label: 'Source', items: [{ autogenerate: { directory: 'repository' } }] };
export default defineConfig({
  site: 'https://docs.example', integrations: [starlight({ title: 'Docs', sidebar: [source] })],
});
""",
            "src/content.config.ts": """\
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
""",
            "src/content/docs/index.md": "---\ntitle: Home\n---\n\n[The code](/repository/)\n",
            "public/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
        },
        ("astro", "build"),
        pages="src/content/docs",
        static="public",
        html="/",
        made="dist",
    ),
}


class RootedCrawler(Crawler):
    """Follows addresses that begin at the top of the site as well, with and without a slash."""

    def target(self, page: str, path: str) -> str | None:
        """Return the file that a path on a page means, relative to the site; None if outside."""
        here = "index.html" if path.startswith("/") else page
        found = super().target(here, path.lstrip("/") or "./")
        if found is not None and (self.site / found).is_dir():
            return f"{found}/index.html"
        return found


def install(name: str, generator: Generator) -> Path:
    """Have npm install a generator where it is not yet, and return the folder, emptied else."""
    folder = INSTALLED / name
    folder.mkdir(parents=True, exist_ok=True)
    package = {"private": True, "dependencies": dict(generator.packages)}
    wanted = json.dumps(package)
    file = folder / "package.json"
    if not (file.is_file() and file.read_text("utf-8") == wanted):
        file.write_text(wanted)
        run = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(run, cwd=folder, env=environment(), check=True)
    for each in folder.iterdir():
        if each.is_dir() and each.name != "node_modules":
            shutil.rmtree(each)
    return folder


def environment() -> dict[str, str]:
    """Return the variables with the Node of `.venv` in front, and nothing sent to anybody."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1"}


def dead_links(name: str, generator: Generator, *, files: bool) -> tuple[int, list[str]]:
    """Return how many pages a generator has made of the export, and the links that lead nowhere."""
    folder = install(name, generator)
    for path, text in generator.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    found = configured(EXAMPLE, folder / generator.static, cache_dir=str(INSTALLED / "cache"))
    build_tree(found, LOG, embedded=True)
    target = folder / generator.pages / "repository"
    export_markdown(found, ExportRequest(target, name, generator.html, files), LOG)
    program, *arguments = generator.build
    run = [f"node_modules/.bin/{program}", *arguments]
    subprocess.run(run, cwd=folder, env=environment(), check=True, stdout=sys.stderr)
    crawler = RootedCrawler(folder / generator.made)
    return len(crawler.pages), crawler.dead_links()


def main() -> None:
    """Try each generator, or those that are named."""
    dead = 0
    for name in sys.argv[1:] or GENERATORS:
        for files in (False, True):
            pages, links = dead_links(name, GENERATORS[name], files=files)
            said = f"{name}{' with files' if files else ''}: {pages} pages, {len(links)} dead links"
            print(said, *links[:20], sep="\n", flush=True)  # noqa: T201  # its output
            dead += len(links)
    sys.exit(dead > 0)


if __name__ == "__main__":
    main()
