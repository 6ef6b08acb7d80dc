"""What the chapter on architecture says of the parts and of what joins them."""

from __future__ import annotations

from made_mill import MILL, chapter, mill_context

_REST = "".join(f"\n\ndef part{number}(x):\n    return x\n" for number in range(30))
WORKS = {
    "mill/works.py": (
        "from mill.grain import weigh\nfrom mill.sieve import Sieve\n"
        "from mill.stones import Stone\n\n\n"
        "class Works:\n    stone: Stone\n    sieve_class = Sieve\n\n"
        f"    def run(self):\n        weigh(1)\n        return self.stone.grind(2)\n{_REST}"
    ),
    "mill/sieve.py": f'class Sieve:\n    """Keeps the husks."""\n{_REST}',
}


def test_a_definition_that_joins_the_parts_is_told_with_them() -> None:
    text = chapter(mill_context(WORKS), "Architecture")

    assert "What puts the parts together:\n- [Works](" in text
    said = text.partition(" in [mill/works.py](repo/mill/works.py_docs.md) joins ")[2]
    said = said.partition("\n")[0]
    assert said.startswith("[stones.py](repo/comprehensive_book.md#component-2) (holds [Stone](")
    assert "[line 7](repo/mill/works.py_docs.md#L7)" in said
    assert "(is set to [Sieve](repo/mill/sieve.py_docs.md#mill.sieve.Sieve), " in said
    assert "(calls [weigh](repo/mill/grain.py_docs.md#mill.grain.weigh), " in said


def test_each_part_says_what_it_is_for_and_what_it_needs() -> None:
    lines = chapter(mill_context(WORKS), "Architecture").splitlines()
    start = lines.index("The parts, and what each needs of the others:")
    found = lines[start + 1 :]
    works = next(each for each in found if each.startswith("- [works.py]("))
    sieve = next(each for each in found if each.startswith("- [sieve.py]("))
    joined = next(each for each in lines if each.startswith("- [Works]("))

    assert ": It defines [Works](" in works
    assert (
        " lines): [Sieve](repo/mill/sieve.py_docs.md#mill.sieve.Sieve): Keeps the husks." in sieve
    )
    assert sieve.endswith("Used by [works.py](repo/comprehensive_book.md#component-5).")
    assert " joins [stones.py](repo/comprehensive_book.md#component-2) (holds [Stone](" in joined
    assert " (is set to [Sieve](" in joined
    assert " (calls [weigh](" in joined
    assert works == found[-1] or not found[found.index(works) + 1].startswith(" ")  # is told there


def test_a_folder_says_what_it_needs_part_by_part() -> None:
    files = {
        "mill/gears/wheel.py": (
            "from mill.stones import Stone\nfrom mill.gears.tooth import bite\n\n\n"
            f"class Wheel(Stone):\n    def go(self):\n        bite(Stone())\n{_REST}"
        ),
        "mill/gears/tooth.py": (
            f"from mill.stones import Stone\n\n\ndef bite(stone):\n    return Stone()\n{_REST}"
        ),
    }
    text = chapter(mill_context(files), "Architecture")

    assert "- [gears/](repo/comprehensive_book.md#component-4) (2 source files, " in text
    needs = text.partition("- needs [stones.py](")[2].partition("\n")[0]
    assert (
        "[Wheel](repo/mill/gears/wheel.py_docs.md#mill.gears.wheel.Wheel) inherits from " in needs
    )
    assert "[wheel.py:5](repo/mill/gears/wheel.py_docs.md#L5)" in needs
    assert (
        " and [Wheel.go](repo/mill/gears/wheel.py_docs.md#mill.gears.wheel.Wheel.go) make " in needs
    )


def test_calls_of_several_members_are_told_of_their_type() -> None:
    files = {
        "mill/gears/wheel.py": (
            f"from mill.stones import Stone\n\n\ndef go(stone: Stone):\n    stone.grind(1)\n{_REST}"
        ),
        "mill/gears/tooth.py": (
            "from mill.stones import Stone\n\n\ndef bite(stone: Stone):\n    stone.turn(None)\n"
            f"{_REST}"
        ),
    }
    text = chapter(mill_context(files), "Architecture")
    needs = text.partition("- needs [stones.py](")[2].partition("\n")[0]

    assert " call members of [Stone](repo/mill/stones.py_docs.md#mill.stones.Stone) (" in needs


def test_an_interface_is_told_from_both_sides() -> None:
    heir = "from mill.drive import Drive\n\n\nclass {}(Drive):\n    def turn(self):\n        pass\n"
    files = {
        "mill/sieve.py": heir.format("Wind") + _REST,
        "mill/water.py": heir.format("Water") + _REST,
        "mill/drive.py": f"class Drive:\n    def turn(self):\n        pass\n{_REST}",
        "mill/works.py": (
            "from mill.drive import Drive\n\n\nclass Works:\n    drive: Drive\n\n"
            f"    def run(self):\n        self.drive.turn()\n{_REST}"
        ),
    }
    text = chapter(mill_context(files), "Architecture")

    said = text.partition("Interfaces: implemented on one side, used on the other:\n")[2]
    said = said.partition("\n")[0]
    assert said.startswith("- [Drive](repo/mill/drive.py_docs.md#mill.drive.Drive) ([drive.py](")
    assert "): implemented or extended by [Wind](" in said
    assert (
        " and [Water](repo/mill/water.py_docs.md#mill.water.Water); held in [Works.drive](" in said
    )
    assert said.endswith(
        "; used by [Works.run](repo/mill/works.py_docs.md#mill.works.Works.run) ([turn]("
        "repo/mill/drive.py_docs.md#mill.drive.Drive.turn), "
        "[works.py:8](repo/mill/works.py_docs.md#L8))."
    )


def test_events_are_told_with_both_ends() -> None:
    cli = MILL["mill/cli.py"].replace(
        "    Stone().grind(3)\n", "    bus.trigger('full')\n    bus.emit('mill:done')\n"
    )
    sieve = f"def watch(bus):\n    bus.on('mill:done', print)\n{_REST}"
    text = chapter(mill_context({"mill/cli.py": cli, "mill/sieve.py": sieve}), "Architecture")

    assert (
        "Events and hooks:\n- `mill:done`: sent by [main](repo/mill/cli.py_docs.md#mill.cli.main) "
        "([cli.py:11](repo/mill/cli.py_docs.md#L11)); awaited by [watch]("
        "repo/mill/sieve.py_docs.md#mill.sieve.watch) "
        "([sieve.py:2](repo/mill/sieve.py_docs.md#L2)).\n"
        "- Sent, with no listener known here: `full` ([main]("
    ) in text


def test_a_part_that_needs_types_alone_is_not_said_to_need_nothing() -> None:
    rest = "".join(f"export function f{each}() {{\n  return {each};\n}}\n" for each in range(30))
    files = {
        **dict.fromkeys(MILL, ""),
        "package.json": '{"name": "mill"}',
        "src/stone.ts": f'import {{ f1 }} from "./grain";\nexport const g = () => f1();\n'
        f"export interface Stone {{\n  hard: boolean;\n}}\n{rest}",
        "src/grain.ts": f'import type {{ Stone }} from "./stone";\n'
        f"export interface Grain {{\n  stone: Stone;\n}}\n{rest}",
    }
    text = chapter(mill_context(files), "Architecture")

    assert "is at the bottom" not in text
    assert "holds [Stone](repo/src/stone.ts_docs.md#Stone)" in text


def test_a_part_that_is_imported_and_met_in_no_way_has_the_line_of_the_import() -> None:
    files = {
        "mill/gears/table.py": f"from mill import stones\n\nALL = {{'stones': stones}}\n{_REST}",
    }
    text = chapter(mill_context(files), "Architecture")

    assert (
        "- also needs [stones.py](repo/comprehensive_book.md#component-2) "
        "(imported at [table.py:1](repo/mill/gears/table.py_docs.md#L1))" in text
    )


def test_folders_of_texts_that_code_reads_are_part_of_the_software() -> None:
    cli = MILL["mill/cli.py"] + "\n\nFORMS = ('bread.txt', 'forms/cake.txt')\n"
    files = {
        "mill/cli.py": cli,
        "forms/bread.txt": "Knead.\nBake.\n",
        "forms/cake.txt": "Stir.\n",
        "notes/a.txt": "Nobody reads this.\n",
        "notes/b.txt": "Nor this.\n",
    }
    context = mill_context(files)
    told = chapter(context, "Architecture")
    assert "[forms/](repo/forms/index.md) (2 files, 3 lines) is part of the software" in told
    assert "[mill/cli.py:" in told
    assert "notes/" not in told
    text = chapter(context, "cli.py")
    assert "It reads [forms/](repo/forms/index.md) (2 files, 3 lines; [cli.py:" in text
    assert "): [bread.txt](repo/forms/bread.txt_docs.md) and [cake.txt](" in text


def test_files_for_several_platforms_are_told_as_alternatives() -> None:
    files = {
        "mill/water_linux.py": _on_platform("flow", "stream"),
        "mill/water_windows.py": _on_platform("flow", "fetch"),
        "mill/water_deep.py": _on_platform("flow", "dive"),
        "mill/sieve_linux.py": _on_platform("shake", "sift"),
        "mill/sieve_windows.py": _on_platform("rattle", "sort"),
        "mill/wheel.py": (
            "from mill.water_linux import flow\n\n\ndef go():\n    flow()\n"
            + _on_platform("spin", "turn")
        ),
    }
    text = chapter(mill_context(files), "Architecture")

    assert (
        "[water_linux.py](repo/mill/water_linux.py_docs.md) and "
        "[water_windows.py](repo/mill/water_windows.py_docs.md) are alternatives, one for each "
        "platform. Links to flow lead to [water_linux.py](repo/mill/water_linux.py_docs.md)."
    ) in text
    assert text.count("are alternatives") == 1
    top = text.partition(" at the top: ")[0].rpartition("\n")[2]
    assert "[wheel.py](" in top
    assert "water_windows.py" not in top


def _on_platform(shared: str, own: str) -> str:
    rest = "".join(f"\n\ndef {own}{number}(x):\n    return x\n" for number in range(30))
    weighed = f"def {own}():\n    weigh({shared}())\n"
    return f"from mill.grain import weigh\n\n\ndef {shared}():\n    return 1\n\n\n{weighed}{rest}"


def test_cycles_are_counted_as_the_picture_counts_them() -> None:
    def defined(*names: str) -> str:
        return "".join(f"\n\ndef {name}(x):\n    return x\n" for name in names)

    padding = defined(*(f"part{number}" for number in range(40)))
    left = f"from mill.right.b import one, two, three\n{defined('four', 'five')}{padding}"
    right = f"from mill.left.a import four, five\n{defined('one', 'two', 'three')}{padding}"
    context = mill_context({"mill/left/a.py": left, "mill/right/b.py": right})
    text = chapter(context, "What to Watch")
    assert ": 2 imports to cut, [mill/right/b.py:1](repo/mill/right/b.py_docs.md#L1)" in text
