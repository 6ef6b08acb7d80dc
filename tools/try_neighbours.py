"""Build a site with each plugin that people combine with this one, and with all of them at once.

`make neighbours` runs it with the newest and the oldest Material. Every build is strict; each
plugin stands before repodoc and after it. A row of the table that is written says what went wrong.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

Plugin = str | dict[str, Any]

HERE = Path(__file__).parent
NEIGHBOURS: dict[str, Plugin] = {
    "search": "search",
    "tags": "tags",
    "blog": "blog",
    "macros": "macros",
    "git-revision-date-localized": {"git-revision-date-localized": {"enable_creation_date": True}},
    "literate-nav": {"literate-nav": {"nav_file": "SUMMARY.md"}},
    "awesome-nav": "awesome-nav",
    "section-index": "section-index",
    "minify": {"minify": {"minify_html": True, "minify_js": True, "minify_css": True}},
    "redirects": {"redirects": {"redirect_maps": {"old.md": "index.md"}}},
    "include-markdown": "include-markdown",
    "mkdocstrings": "mkdocstrings",
    "autorefs": "autorefs",
    "gen-files": {"gen-files": {"scripts": ["docs/generate.py"]}},
    "llmstxt": {"llmstxt": {"sections": {"Usage": ["index.md"]}}},
    "monorepo": "monorepo",
    "mike": "mike",
    "exclude": {"exclude": {"glob": ["secret/*"]}},
}
HOOK = "hooks"
"""Not a plugin: a hook that looks at every page."""
OWN_NAV = {"literate-nav", "awesome-nav"}
"""What makes the navigation of files of its own."""
TOGETHER = [name for name in NEIGHBOURS if name not in {"awesome-nav", "monorepo"}]
"""All at once, but for what does not go with literate-nav, which makes the whole navigation."""

FILES = {
    "docs/index.md": "# Home\n\n[cart](repo/shop/cart.py_docs.md#shop.cart.Cart)\n",
    "docs/guide/index.md": "# Guide\n\nText.\n",
    "docs/guide/more.md": "# More\n\n::: shop.cart\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/first.md": "---\ndate: 2026-01-02\n---\n\n# First\n\nText.\n",
    "docs/secret/index.md": "# Secret\n",
    "docs/SUMMARY.md": "* [Home](index.md)\n* Guide\n    * [Guide](guide/index.md)\n"
    "    * [More](guide/more.md)\n* [Blog](blog/index.md)\n* [Code](repo/index.md)\n",
    "docs/generate.py": 'import mkdocs_gen_files as g\n\nwith g.open("made.md", "w") as f:'
    '\n    f.write("# Made")\n',
    "hook.py": "def on_page_markdown(markdown, page, config, files):\n    return markdown\n\n\n"
    "def on_page_content(html, page, config, files):\n    return html\n",
    "shop/__init__.py": '"""A shop."""\n',
    "shop/cart.py": '"""Carts with {{ braces }} and {% raw %}."""\n\n\nclass Cart:\n'
    '    """Holds things."""\n',
    "shop/till.py": '"""The till."""\n\nfrom shop.cart import Cart\n\n\ndef pay(cart: Cart):'
    '\n    """Pay."""\n',
}
NAV = [
    {"Home": "index.md"},
    {"Guide": ["guide/index.md", "guide/more.md"]},
    {"Code": "repo/"},
]


class Row(NamedTuple):
    """One build: what stood beside repodoc, where, in which host, and what went wrong."""

    name: str
    order: str
    host: str
    fault: str


def plans() -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield name, order, host and plugins of each build."""
    for name in [*NEIGHBOURS, HOOK]:
        for order in ("before", "after"):
            yield name, order, "mkdocs", [name]
    for host in ("mkdocs", "properdocs"):
        for order in ("before", "after"):
            yield "all at once", order, host, [*TOGETHER, HOOK]


def configuration(names: Sequence[str], order: str) -> dict[str, Any]:
    """Return mkdocs.yml as a mapping; JSON is YAML as well."""
    plugins = [NEIGHBOURS[name] for name in names if name != HOOK]
    own: list[Plugin] = ["repodoc"]
    config: dict[str, Any] = {
        "site_name": "Shop",
        "site_url": "https://example.org/",
        "repo_url": "https://github.com/ada/shop",
        "theme": {"name": "material", "font": False},
        "plugins": [*plugins, *own] if order == "before" else [*own, *plugins],
        "validation": {"omitted_files": "ignore"},
    }
    if not OWN_NAV & set(names):
        config["nav"] = NAV
    if HOOK in names:
        config["hooks"] = ["hook.py"]
    return config


def fault_of(root: Path, host: str) -> str:
    """Build the site; return in one line what is wrong with it."""
    site = root.parent / "site"
    done = subprocess.run(
        [sys.executable, "-P", "-m", host, "build", "--strict", "--clean", "--site-dir", str(site)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        check=False,
        capture_output=True,
        text=True,
    )
    said = [
        line for line in done.stderr.splitlines() if re.search("WARNING|ERROR|Error|Abort", line)
    ]
    if done.returncode or said:
        return " / ".join(said) or done.stderr[-300:]
    return "; ".join(_missing(site))


def _missing(site: Path) -> Iterator[str]:
    """Yield what a reader would look for in vain."""
    page = (site / "repo/shop/cart.py_docs/index.html").read_text("utf-8")
    home = (site / "index.html").read_text("utf-8")
    if "Holds things." not in page or "{{ braces }}" not in page:
        yield "a generated page lacks its text"
    for name, html, target in (
        ("generated", page, "till.py_docs/"),
        ("hand-written", home, "repo/"),
    ):
        navigation = re.search(r'(?s)<nav class="?md-nav md-nav--primary.*?</nav>\s*</div>', html)
        if not navigation or not re.search(rf'href="?[^"> ]*{target}', navigation[0]):
            yield f"navigation of a {name} page lacks the repository"


def lay_out(root: Path) -> None:
    """Write the project and commit it."""
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *name, *command], cwd=root, check=True)


def main() -> int:
    """Print a table of all builds; return how many have faults."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        root.mkdir()
        lay_out(root)
        for name, order, host, names in plans():
            (root / "mkdocs.yml").write_text(json.dumps(configuration(names, order)), "utf-8")
            rows.append(Row(name, order, host, fault_of(root, host)))
            sys.stdout.write(f"| {' | '.join(rows[-1][:3])} | {rows[-1].fault or 'right'} |\n")
            sys.stdout.flush()
    hosts = ", ".join(
        f"{each} {version(each)}" for each in ("mkdocs", "properdocs", "mkdocs-material")
    )
    faults = sum(1 for row in rows if row.fault)
    sys.stdout.write(f"\n{len(rows)} builds with {hosts}: {faults} with faults\n")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
