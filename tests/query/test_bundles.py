from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from support.program import run_command
from support.repositories import commit_all, write_files
from support.shop import answerer

from mkdocs_repodoc.command_line.bundle_command import bundle
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.query.bundles.bundle import SourceBundle, make_bundle
from mkdocs_repodoc.query.bundles.token_counts import estimate, token_counter

FILLER = "# What nobody has to know.\n" * 100
FILES = {
    "shop/money.py": f'"""Amounts."""\n\n{FILLER}\n\ndef round_up(amount: float) -> int:\n'
    '    """Round up. Always."""\n    return int(amount) + 1\n',
    "shop/till.py": '"""Counts money."""\n\nfrom shop.money import round_up\n\n\n'
    'def charge(amount: float) -> int:\n    """Take money."""\n    return round_up(amount)\n',
    "shop/main.py": "from shop.till import charge\n\n\ndef run() -> None:\n    charge(1)\n",
    "shop/__init__.py": "",
    "tests/test_till.py": "from shop.till import charge\n\n\ndef test_charge():\n    charge(1)\n",
    "shop/logo.png": "\x00\x01",
    "elsewhere.py": '"""Nobody needs it."""\n',
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bundles")
    write_files(root, FILES)
    commit_all(root)
    return root


def bundled(root: Path, *paths: str, budget: int = 32_000) -> SourceBundle:
    with answerer(root) as live:
        return make_bundle(live.now(), paths, budget, estimate())


def test_a_bundle_has_what_a_file_needs_and_who_needs_it(repository: Path) -> None:
    made = bundled(repository, "shop/till.py")
    expected = ("shop/till.py", "shop/money.py", "shop/main.py", "tests/test_till.py")
    assert (made.whole, made.outlined, made.left_out) == (expected, (), ())
    assert "- `shop/money.py`: whole, shop/till.py depends on it\n" in made.text
    assert "- `shop/main.py`: whole, it depends on shop/till.py\n" in made.text
    assert "- `tests/test_till.py`: whole, it tests shop/till.py" in made.text
    assert f"```python\n{FILES['shop/till.py']}```" in made.text
    assert made.tokens == estimate().count(made.text)


def test_what_does_not_fit_is_an_outline_or_left_out_and_said(repository: Path) -> None:
    made = bundled(repository, "shop/till.py", budget=450)
    assert made.whole[0] == "shop/till.py"
    assert made.outlined == ("shop/money.py",)
    assert "## `shop/money.py`, in outline\n\nAmounts.\n" in made.text
    assert "- function `round_up(amount: float) -> int`, line 105: Round up." in made.text
    small = bundled(repository, "shop/till.py", budget=110)
    assert small.whole == ()
    number = len(small.left_out)
    assert f"Left out for lack of room: {number} files: " in small.text


@pytest.mark.parametrize("budget", [200, 300, 500, 800, 1_300, 3_000])
def test_no_budget_is_overrun(repository: Path, budget: int) -> None:
    made = bundled(repository, "shop", budget=budget)
    assert made.tokens <= budget
    everything = {*made.whole, *made.outlined, *made.left_out}
    assert {"shop/till.py", "shop/money.py", "shop/main.py", "tests/test_till.py"} <= everything
    assert not everything & {"shop/logo.png", "elsewhere.py"}


def test_a_path_that_is_not_there_is_said(repository: Path) -> None:
    with pytest.raises(RepodocError, match="nowhere is not a documented file or folder"):
        bundled(repository, "nowhere")


def test_tokens_are_counted_without_a_network_or_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = token_counter()
    assert (counter.name, counter.count("def run(): pass")) == ("cl100k_base", 4)
    monkeypatch.setitem(sys.modules, "tiktoken", None)
    estimated = token_counter()
    assert estimated.name == "an estimate, 3 bytes a token"
    assert estimated.count("é" * 3) == 2


def test_the_command_prints_a_bundle(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    result = run_command(bundle, "./shop/main.py", "--json")
    said = json.loads(result.stdout)
    assert said["whole"][0] == "shop/main.py"
    plain = run_command(bundle, "shop/main.py", "--budget", "500")
    assert plain.stdout.startswith("# `shop/main.py` at ")
    assert "tokens (cl100k_base): 2 files, 1 outline\n" in plain.stderr
