"""Defaults of options that name constants, fields of variables, and what other files define."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.linked import insight_into, link_files
from support.operation import configuration

from mkdocs_repodoc.insight.operation.defaults.named_values import LastNames, NamedValues
from mkdocs_repodoc.model.repository import RepoFile

PREFERENCES = """
    package stones

    type StonePreferences struct {
        Weight int
        Name   string
        Mark   string
    }

    func NewDefaultStonePreferences() StonePreferences {
        return StonePreferences{
            Weight: 3,
            Name:   "granite",
            Mark:   "\\n",
        }
    }

    var Configured = NewDefaultStonePreferences()
    """
COMMAND = """
    package main

    import (
        "fmt"

        "github.com/spf13/cobra"
        "mill/stones"
    )

    func main() {
        command := &cobra.Command{Use: "mill"}
        flags := command.Flags()
        flags.IntVar(&stones.Configured.Weight, "weight", stones.Configured.Weight, "how heavy")
        flags.StringVar(&stones.Configured.Mark, "mark", stones.Configured.Mark, "its mark")
        flags.BoolVar(&quiet, "quiet", quiet, "say nothing")
        flags.StringVar(&kind, "kind", "auto", fmt.Sprintf("[auto|%v] kind.", kinds()))
        flags.StringVar(&other, "other", unknown.Name, "not known")
    }
    """


def test_fields_of_a_variable_have_the_values_that_its_maker_gives() -> None:
    files = {
        "go.mod": "module mill\n",
        "main.go": COMMAND,
        "constants.go": "package main\n\nvar quiet = false\n",
        "stones/stones.go": PREFERENCES,
    }
    repository = link_files(files).repository
    told = configuration(repository)
    assert [(each.flags, each.default, each.help) for _, each in told.options[1:]] == [
        (("--weight",), "3", "how heavy"),
        (("--mark",), '"\\n"', "its mark"),
        (("--quiet",), "false", "say nothing"),
        (("--kind",), '"auto"', "[auto|…] kind."),
        (("--other",), "unknown.Name", "not known"),
    ]


def test_a_name_stands_for_what_the_file_that_uses_it_imports() -> None:
    files = {
        "mill/__init__.py": "",
        "mill/stone.py": 'START = "{%"\nSIEVE = None\nMADE = make()\n',
        "mill/other.py": 'START = "other"\n',
        "mill/main.py": "from mill.stone import MADE, SIEVE, START\n\n"
        "def mill(start=START, sieve=SIEVE, made=MADE): ...\n",
    }
    repository = link_files(files).repository
    values = NamedValues(repository, LastNames(repository.files.values()))
    assert [values.literal(each, "mill/main.py", 3) for each in ("START", "SIEVE", "MADE")] == [
        '"{%"',
        "None",
        "",
    ]
    assert values.literal("START", "mill/other.py", 1) == ""


def test_no_code_is_read_where_no_default_is_a_name() -> None:
    class Unread(list[RepoFile]):
        def __iter__(self) -> Iterator[RepoFile]:
            pytest.fail("each folder would read all code")

    repository = link_files({"mill/main.py": "def mill(): ...\n"}).repository
    assert not NamedValues(repository, LastNames(Unread())).literal('"{%"', "mill/main.py", 1)


SETTINGS = """
    package main

    import (
        "flag"
        "os"
        "time"
    )

    const millPrefix = "MILL_"

    func setting[T any](config *Config, key string, of func() *T, fallback T) T {
        if value, ok := lookup[T](key); ok {
            return value
        }
        return fallback
    }

    func lookup[T any](key string) (T, bool) { return parse[T](os.Getenv(millPrefix + key)) }

    func main() {
        flag.DurationVar(&wait, "wait",
            setting(config, "WAIT", func() *time.Duration { return config.Mill.WaitingTime }, time.Second*10), "How long.")
        flag.StringVar(&name, "name", setting(config, "NAME", func() *string { return nil }, ""), "Whose.")
    }
    """  # noqa: E501 - what stands on one line


def test_what_a_function_falls_back_on_is_the_default() -> None:
    repository = link_files({"go.mod": "module mill\n", "main.go": SETTINGS}).repository
    told = configuration(repository)
    assert [(each.flags, each.default) for _, each in told.options] == [
        (("--wait",), "time.Second*10"),
        (("--name",), ""),
    ]


def test_a_constant_may_begin_the_names_that_a_function_is_given() -> None:
    insight = insight_into(link_files({"go.mod": "module mill\n", "main.go": SETTINGS}))
    assert {(each.name, each.default) for _, each in insight.operation.helped_variables} == {
        ("MILL_WAIT", "time.Second*10"),
        ("MILL_NAME", '""'),
    }


def test_a_value_is_told_without_the_type_as_which_it_is_taken() -> None:
    files = {
        "src/defaults.ts": "export const success = 'all' as Success;\nexport const own = a as B;\n",
        "src/main.ts": "import { success, own } from './defaults';\nuse(success, own);\n",
    }
    repository = link_files(files).repository
    values = NamedValues(repository, LastNames(repository.files.values()))
    assert values.literal("success", "src/main.ts", 2) == "'all'"
    assert values.literal("own", "src/main.ts", 2) == ""
