"""Lists that somebody adds to: tables of modules, decisions that refuse all others."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.lists.other_branches import branch_for_others
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.insight.changing.lists.registrations import find_registrations

CHOICE = """
export function configOf(manager) {{
  if (manager === 'wheat') {{
    return 1;
  }}

  if (manager === 'spelt') {{
    return 2;
  }}

  if (manager === 'barley') {{
    return 3;
  }}

  if (manager === 'millet') {{
    return 4;
  }}

  {end}
}}
"""
ARMS = "".join(f"      Sort::{name} => {n},\n" for n, name in enumerate(("Wheat", "Spelt", "Rye")))
SORTS = """
pub enum Sort {{
  Wheat,
  Spelt,
  Rye,
  Oats,
}}

pub fn weigh(sort: &Sort) -> u32 {{
  let weight = match sort {{
{arms}{last}  }};
  weight
}}
"""


def found_in(files: dict[str, str]) -> tuple[Registration, ...]:
    linked = link_files(files)
    parts = {"": [*linked.repository.files]}
    lines = {path: text.split("\n") for path, text in linked.texts.items()}
    found = find_registrations(linked.repository, parts, lines.__getitem__, 5, lambda *_: False)
    return found.get("", ())


@pytest.mark.parametrize(
    ("end", "refuses"), [("throw new Error(`Invalid: ${manager}`);", True), ("return 0;", False)]
)
def test_branches_for_texts_are_told_where_all_others_are_refused(
    end: str, *, refuses: bool
) -> None:
    found = found_in({"package.json": '{"name": "mill"}', "mill/a.js": CHOICE.format(end=end)})
    entries = [each.entries for each in found if each.form == "choice" and each.refuses]
    assert entries == ([("wheat", "spelt", "barley", "millet")] if refuses else [])


def test_a_table_of_modules_is_told_though_only_its_file_reads_it() -> None:
    names = ("table", "mark", "insert", "ruby")
    modules = dict(zip(names, "abcd", strict=True))
    rows = "".join(f'    "{name}": "mill.{module}.run",\n' for name, module in modules.items())
    files = {
        "pyproject.toml": '[project]\nname = "mill"\n',
        "mill/__init__.py": f"_parts = {{\n{rows}}}\n\n\ndef load(x):\n    return _parts[x]\n",
        **{f"mill/{module}.py": "def run(x):\n    return x\n" for module in modules.values()},
    }
    assert names in [each.entries for each in found_in(files)]
    table = files["mill/__init__.py"].replace('"mill.', '"grain.')
    assert names not in [each.entries for each in found_in({**files, "mill/__init__.py": table})]


@pytest.mark.parametrize(
    ("last", "others"), [("      _ => 9,\n", 14), ("      Sort::Oats => 9,\n", 0)]
)
def test_the_branch_for_all_others_is_known(last: str, others: int) -> None:
    lines = SORTS.format(arms=ARMS, last=last).split("\n")
    assert branch_for_others(lines, 11, 16) == others
    assert branch_for_others(lines, 9, 16) == 0


def test_what_a_method_computes_is_no_field_that_somebody_adds() -> None:
    fields = "".join(f"    {name}: int = 1\n" for name in ("stones", "speed", "grain", "width"))
    code = f"""
class MillConfig:
{fields}
    @property
    def weight(self) -> int:
        return self.stones * self.width
"""
    (found,) = found_in({"mill.py": code, "use.py": "from mill import MillConfig\nMillConfig()\n"})
    assert found.entries == ("stones", "speed", "grain", "width")
