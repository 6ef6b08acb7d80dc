"""Settings that classes declare, one each."""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import ListedSetting, SettingsList
from mkdocs_repodoc.model.records import FileOutline, Option
from mkdocs_repodoc.settings import AnalysisOptions

MILL = '''
class Setting:
    cli = None

class Bind(Setting):
    name = "bind"
    cli = ["-b", "--bind"]
    meta = "ADDRESS"
    if "PORT" in os.environ:
        default = [os.environ["PORT"]]
    else:
        default = ["80"]
    desc = """\\
        The :ref:`socket<socket>` to bind. Several are ``possible``.

        And more.
        """

class Stones(Setting):
    """How many stones."""

    name = "stone_number"
    cli = ("--stones",)
    default = 2

class Quiet(Setting):
    name = "quiet"
    cli = ["--quiet"]
    default = None
    if system == "a":
        default = 1
    elif system == "b":
        default = 2

class WhenReady(Setting):
    name = "when_ready"
    default = staticmethod(nothing)

class Other(Thing):
    name = "other"
    default = 3
'''


def outline(code: str) -> FileOutline:
    return analyse("mill.py", "python", code.encode(), AnalysisOptions()).outline


def test_classes_that_list_flags_are_options() -> None:
    assert list(outline(MILL).options) == [
        Option(
            ("-b", "--bind"),
            "The socket to bind.",
            5,
            '[os.environ["PORT"]] if "PORT" in os.environ else ["80"]',
            "ADDRESS",
        ),
        Option(("--stones",), "How many stones.", 19, "2", setting="stone_number"),
        Option(("--quiet",), "", 26),
    ]


def test_classes_beside_them_are_settings_without_a_flag() -> None:
    assert list(outline(MILL).facts_of(SettingsList)) == [
        SettingsList("Setting", (ListedSetting("when_ready", "", "staticmethod(nothing)", 36),), 36)
    ]


def test_two_classes_with_flags_are_no_way_to_declare_settings() -> None:
    assert not outline(MILL.replace('cli = ["--quiet"]', "")).options
