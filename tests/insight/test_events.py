"""Events: who sends them, who listens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from support.linked import link_files

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.architecture.events import EventLine, find_events
from mkdocs_repodoc.insight.architecture.wiring import Wiring

Spots = list[tuple[str, int]]
Found = TypeVar("Found")


class Packed(FileSearches):
    """Finds what is found when results are packed and unpacked again."""

    def results(self, search: FileSearch[Found], paths: Iterable[str]) -> dict[str, Found]:
        packed = msgspec.msgpack.encode(super().results(search, paths))
        return msgspec.msgpack.decode(packed, type=dict[str, search.kind])  # type: ignore[name-defined]  # made at run time


def told(
    files: Mapping[str, str], searches: FileSearches | None = None
) -> list[tuple[str, Spots, Spots]]:
    """Return each event with its senders and its listeners: function, or file, and line."""
    linked = link_files(files)
    repository = linked.repository

    def spots(found: Sequence[EventLine]) -> Spots:
        return [
            (each.user.path if each.user.is_file else repository.short_name(each.user), each.line)
            for each in found
        ]

    events = find_events(
        repository,
        Wiring(repository, files),
        files,
        lambda path: linked.texts[path].split("\n"),
        searches or FileSearches(),
    )
    return [(each.name, spots(each.senders), spots(each.listeners)) for each in events]


def test_events_with_a_name_are_paired() -> None:
    files = {
        "a.js": "export function run(bus) {\n  bus.emit('mill:done', 1);\n  bus.emit('flour');\n}",
        "b.js": "export function watch(bus) {\n"
        "  // bus.on('flour')\n  bus.on('mill:done', () => 1);\n  bus.on('close', () => 2);\n}\n",
    }
    assert told(files) == [("mill:done", [("run", 2)], [("watch", 3)])]


def test_hooks_are_told_without_a_listener_and_answered_by_functions_of_their_name() -> None:
    files = {
        "a.js": "export async function run(ctx) {\n"
        '  await ctx.callHook("build:before", ctx);\n  await ctx.callHook("build:done", ctx);\n}\n',
        "b.js": 'export const preset = {\n  hooks: {\n    "build:done"(ctx) {\n'
        "      return ctx;\n    },\n  },\n};\n",
    }
    assert told(files) == [
        ("build:done", [("run", 3)], [("b.js", 3)]),
        ("build:before", [("run", 2)], []),
    ]
    assert told(files, Packed()) == told(files)


def test_texts_that_are_written_out_are_no_events() -> None:
    files = {"a.js": 'export function write(out) {\n  out.emit("throws");\n}\n'}

    assert told(files) == []


def test_code_that_a_tool_has_packed_has_no_events() -> None:
    code = "export const run = (b) => { b.emit('flour'); b.on('flour', run); "
    padding = "".join(f"x({number}); " for number in range(80))

    assert told({"a.js": f"{code}}};\n"}) == [("flour", [("run", 1)], [("run", 1)])]
    assert told({"a.js": f"{code}{padding}}};\n"}) == []


def test_events_that_are_types_are_paired_with_their_kin() -> None:
    files = {
        "bus.py": """
            class Bus:
                def publish(self, event):
                    pass

                def subscribe(self, callback, types):
                    pass
        """,
        "events.py": """
            class Event:
                pass

            class Opened(Event):
                pass

            class Closed(Event):
                pass

            class Options:
                pass
        """,
        "shop.py": """
            from bus import Bus
            from events import Closed, Opened, Options

            class Shop:
                bus: Bus

                def open(self):
                    self.bus.publish(Opened())

                def close(self):
                    self.bus.publish(Closed())
                    self.bus.publish(Options())

                def watch(self):
                    self.bus.subscribe(print, {Opened})
        """,
    }
    assert told(files) == [
        ("Opened", [("Shop.open", 8)], [("Shop.watch", 15)]),
        ("Closed", [("Shop.close", 11)], []),
    ]


def test_events_of_the_platform_are_those_of_the_language_that_sends_them() -> None:
    files = {
        "a.py": "def run(bus):\n    bus.emit('close')\n",
        "b.py": "def watch(bus):\n    bus.on('close', print)\n",
        "c.js": "export function wait(socket) {\n  socket.on('close', () => 1);\n}\n",
    }
    assert told(files) == [("close", [("run", 2)], [("watch", 2)])]
