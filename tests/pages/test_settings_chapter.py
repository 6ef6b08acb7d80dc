"""The book's chapter on settings."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest
from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.pages.parts.behaviour.listed_settings_table import _outside_word_lists

SERVER = """
    class Server:
        _params = (("host", str), ("port", int), ("backlog", int), ("ident", str))
        port = 8080

        def __init__(self, **kw):
            if "host" in kw and "listen" in kw:
                raise ValueError("host may not be set if listen is set")

        def check_unknown_options(self, kw):
            pass

    def serve(**kw):
        server = Server(**kw)
        server.check_unknown_options(kw)
    """


def text(files: Mapping[str, str]) -> str:
    linked = link_files(dict(files))
    context = made_context(
        linked.repository, texts=linked.texts, detail=lambda path: linked.details[path]
    )
    return chapter(context, "Settings")


def test_listed_settings_have_casts_defaults_and_refusals() -> None:
    told = text({"mill/server.py": SERVER, "mill/__init__.py": ""})
    assert told.startswith("Found in the code: 4 listed settings; [Configuration](")
    assert "`port` | `int` | `8080` | [2](" in told
    assert '“host may not be set if listen is set” | `"host" in kw and "listen" in kw`' in told
    assert "Unknown ones are looked for by [Server.check_unknown_options](" in told
    assert "No code of the software reads an environment variable by its name." in told


def test_nothing_is_claimed_of_an_environment_that_is_handed_on() -> None:
    handed = f"{SERVER}\n    import os\n    everything = dict(os.environ)\n"
    assert "No environment variable" not in text({"mill/server.py": handed})


def test_variables_and_files_are_told_with_their_lines() -> None:
    told = text(
        {
            "mill/cli.py": """
                import os
                port = os.getenv("MILL_PORT", "80")
                os.environ["MILL_CHILD"] = "1"
                NAMES = ["config.toml", "config.json"]
                """
        }
    )
    assert '`MILL_PORT` | `"80"` | [mill/cli.py:2](' in told
    assert "it sets `MILL_CHILD` ([mill/cli.py:3](" in told
    assert "- `config.toml` and `config.json`, in [mill/cli.py:4](" in told


def test_variables_that_set_any_option_are_told_by_what_they_begin_with() -> None:
    told = text({"mill/cli.py": "import click\ncli(auto_envvar_prefix='MILL', a=1)\ndef f(): pass"})
    assert "environment variable, too: `MILL_…` ([mill/cli.py:2](" in told
    assert "No code of the software reads" not in told


def test_fields_of_settings_types_have_meaning_and_readers() -> None:
    told = text(
        {
            "mill/config.go": """
                package mill

                // Config holds what one can set.
                type Config struct {
                    // Where to listen.
                    Port int
                    Host string
                    Name string
                    Unused string
                }

                func serve(c Config) int { return c.Port }
                """
        }
    )
    assert "Field | Type | Meaning | Read in" in told
    assert told.count("no code reads it") == 3
    assert (
        "](repo/mill/config.go_docs.md#Config.Port) | `int` | Where to listen. | [mill/config.go:"
        in told
    )


def test_a_field_that_only_tests_name_is_said_to_be_read_by_them() -> None:
    fields = "\n".join(f"    {name} int" for name in ("Port", "Host", "Name", "Size"))
    told = text(
        {
            "mill/config.go": f"package mill\n\ntype Config struct {{\n{fields}\n}}\n",
            "mill/config_test.go": "package mill\n\nfunc TestPort(t T) { use(Config{Port: 1}) }\n",
        }
    )
    assert told.count("no code reads it") == 3
    assert told.count("only tests") == 1


def test_what_methods_change_is_told_with_what_it_is_at_first() -> None:
    told = text(
        {
            "mill/mill.py": """
                class Mill:
                    def __init__(self):
                        self._speed = 60  # a minute
                        self._dry = False

                    def set_speed(self, value):
                        self._speed = value

                    def wet(self, value):
                        self._dry = not value
                """
        }
    )
    assert "What is set at first, and the methods that change it" in told
    assert "#mill.Mill.set_speed) (`60 # a minute`, [line 3](" in told
    assert "(`_dry = False`, [line 4](" in told


def test_constructors_complete_settings_only_of_types_that_hold_some() -> None:
    code = """
        class Mill:
            def __init__(self, stones=None):
                self.stones = stones if stones is not None else 2

        class MillConfig:
            def __init__(self, speed=None):
                self.speed = speed if speed is not None else 60
        """
    told = text({"mill/mill.py": code})
    assert "`self.speed = 60` when" in told
    assert "`self.stones = 2` when" not in told


def test_defaults_that_are_constants_are_told_by_their_values() -> None:
    told = text(
        {
            "package.json": '{"name": "mill"}',
            "src/defaults.ts": (
                "export const speed = 60;\nexport const kind: string | undefined = undefined;\n"
                "export const sieve = find();\n"
            ),
            "src/cli.ts": """
                import yargs from 'yargs';
                import * as defaults from './defaults';
                const NAME = 'mill';
                yargs(args).options({
                  speed: { describe: 'how fast', default: defaults.speed },
                  kind: { describe: 'what kind', default: defaults.kind },
                  sieve: { describe: 'which sieve', default: defaults.sieve },
                  name: { describe: 'whose', default: NAME },
                });
                """,
        }
    )
    assert "`--speed` | how fast | `60` |" in told
    assert "defaults.kind" not in told
    assert "`undefined`" not in told
    assert "`--sieve` | which sieve | `defaults.sieve` |" in told
    assert "`--name` | whose | `'mill'` |" in told


def test_keyword_arguments_that_documents_give_to_classes_are_settings() -> None:
    told = text(
        {
            "mill/__init__.py": "",
            "mill/stones.py": """
                class Stone:
                    def __init__(self, mill, speed=60, dry=False, name=None):
                        self.speed = speed

                class Sieve:
                    def __init__(self, width=1, depth=2):
                        self.width = width

                class Sack:
                    def __init__(self, label=None, size=3):
                        self.label = label
                """,
            "docs/use.md": """
                # Use

                ```python
                from mill.stones import Sack, Sieve, Stone

                part(Stone, kind(width=1),
                     speed=80)
                Sieve(shape(width=1))
                Sack(label="a", size=4)
                ```
                """,
        }
    )
    assert "Keyword arguments with which documents show classes set up" in told
    assert "#mill.stones.Stone): `speed = 60`, `dry = False`, `name = None` (shown in " in told
    assert "[docs/use.md:6](" in told
    assert "`width = 1`" not in told
    assert "`size = 3`" not in told


def test_constants_that_are_limits_are_told_with_who_reads_them() -> None:
    code = "MAX_STONES = 20\nLIMIT = stones()\n\n\ndef grind():\n    return MAX_STONES\n"
    told = text({"mill/stones.py": code})
    assert "Constants that are defaults or limits:" in told
    assert "| `20` | [mill/stones.py:6](" in told
    assert "`stones()`" not in told


def test_a_long_list_of_settings_leaves_out_those_without_a_value() -> None:
    empty = ", ".join(f"e{number}: undefined" for number in range(30))
    code = f"const defaults = {{ stones: 2, sails: {{ size: 4 }}, {empty} }};\nuse(defaults);\n"
    told = text({"package.json": "{}", "mill.js": code})
    assert "Settings of defaults; 30 more have no value there" in told
    assert "| `4` |" in told
    assert "`sails` |" not in told


def test_a_library_is_set_up_by_its_main_type() -> None:
    names = ("stop", "wait", "sleep", "before", "after", "name")
    parameters = ", ".join(f"{name}: int = {number}" for number, name in enumerate(names))
    code = f"class Retrying:\n    def __init__(self, {parameters}):\n        pass\n"
    code += f"    def copy(self, {parameters}):\n        pass\n"
    told = text({"again/__init__.py": code, "again/use.py": "from again import Retrying\n"})
    assert "`wait` | `int` | `1`" in told
    assert "The same parameters are taken by [Retrying.copy](" in told


README = """
    # Mill

    Options are merged with this precedence:

    1. Command line
    2. File

    The colour overrides nothing. Redirects override the method.
    """
MERGE = """
    DEFAULT_OPTIONS = {"a": 1, "b": 2, "c": 3, "d": 4}

    def merge():
        \"\"\"Merge files and arguments (CLI arguments have precedence).\"\"\"
    """


def test_documents_and_functions_say_what_overrides_what() -> None:
    told = text({"README.md": README, "mill/cli.py": MERGE})
    assert ": “Merge files and arguments (CLI arguments have precedence).”" in told
    assert "“Options are merged with this precedence: Command line; File”" in told
    assert "Redirects" not in told


def test_the_order_in_the_documentation_of_a_function_is_told_whole() -> None:
    code = """
        DEFAULT_OPTIONS = {"a": 1, "b": 2, "c": 3, "d": 4}

        def load():
            \"\"\"Load all options.

            Priority list:

            1. Command-line args
            2. `MILL_OPTIONS` environment variable
            3. default configuration
            \"\"\"
        """
    guide = "# Agents\n\nOptions on the command line override the config file.\n"
    told = text({"README.md": "# Mill\n", "mill/cli.py": code, "AGENTS.md": guide})
    assert (
        ": “Priority list: Command-line args; `MILL_OPTIONS` environment variable; "
        "default configuration”"
    ) in told
    assert "AGENTS.md:3" not in told


def test_comments_beside_settings_say_which_source_has_priority() -> None:
    code = """
        import os

        # The hue is found by itself.
        # Priority: CLI flag > MILL_HUE env > config file > default
        hue = os.environ.get("MILL_HUE")
        # An option may override the default file.
        def setting():
            \"\"\"Find a setting with priority: env var > config file > fallback.\"\"\"
            # prefer command line, then ini file
            return option or stored
        """
    told = text({"README.md": "# Mill\n", "mill/cli.py": code})
    assert "Priority: CLI flag > MILL_HUE env > config file > default”" in told
    assert told.count("Find a setting with priority: env var > config file > fallback.") == 1
    assert "may override" not in told
    assert "then ini file" in told


def test_a_default_behaviour_is_no_source_of_a_setting() -> None:
    readme = "# Mill\n\nThe grain option takes precedence over the default grain checks.\n"
    assert "On precedence" not in text({"README.md": readme, "mill/cli.py": "import os\n"})


def test_documents_that_have_a_setting_as_a_term_say_what_it_means() -> None:
    rst = """
        Settings
        ========

        .. envvar:: MILL_HOME

           Where the mill stands. The default is the river.
        """
    readme = """
        # Mill

        - `MILL_SPEED`
          - How fast the stones turn.
        - `MILL_WIND`: Whether the wind blows.

        | Variable | Default | Meaning |
        | --- | --- | --- |
        | `MILL_RAIN` | 1 | How much rain may fall. |
        """
    names = ("MILL_HOME", "MILL_SPEED", "MILL_WIND", "MILL_RAIN")
    code = "import os\n" + "".join(f"{name.lower()} = os.environ['{name}']\n" for name in names)
    told = text({"README.md": readme, "docs/settings.rst": rst, "mill/cli.py": code})
    for said in (
        "Where the mill stands.",
        "How fast the stones turn.",
        "Whether the wind blows.",
        "How much rain may fall.",
    ):
        assert f"| {said} |" in told


def test_files_and_assigned_variables_are_sources_by_their_names() -> None:
    readme = (
        "# Mill\n\n::: note\nConfigs are merged in this order: `a.yml`, then `mill-local.yml`.\n\n"
        "Override the config with `MILL_CONFIG=~/mill.yml`.\n\n"
        "Grain is loaded in this order: rye and then the `oats.yml` of the config.\n"
    )
    told = text({"README.md": readme, "mill/cli.py": "import os\nos.getenv('MILL')\n"})
    assert ": “Configs are merged in this order" in told
    assert "Override the config with" in told
    assert "Grain is loaded" not in told


def test_a_sentence_on_precedence_that_two_documents_have_is_told_once() -> None:
    readme = "# Mill\n\nOptions of the command line take precedence over the settings file.\n"
    code = "import os\nos.environ['A']\n"
    told = text({"README.md": readme, "docs/index.md": readme, "mill/cli.py": code})
    assert told.count("take precedence over the settings file") == 1


def test_a_heading_on_precedence_wins_and_other_overriding_is_none() -> None:
    readme = """
        # Mill

        To give configuration options to a stone, override `__init__`, whose first argument is it.
        What a file says takes precedence over its name. Flags override the file in its place.

        ## Configuration precedence

        The order in which values are read is:

        * From an environment variable.
        * From the `.env` file.
        """
    told = text({"README.md": readme, "mill/cli.py": MERGE})
    assert "“The order in which values are read is: From an environment variable.; " in told
    assert "override `__init__`" not in told
    assert "takes precedence over its name" not in told


def test_a_library_is_set_up_by_builders() -> None:
    code = """
        /** A mill. */
        public class Mill {
            public static class Builder {
                private int stones = 2;
                /** Say how many stones there are. */
                public Builder stones(int stones) { this.stones = stones; return this; }
                public Builder name(String name) { return this; }
            }
        }
        """
    told = text({"a/Mill.java": code})
    assert "What builders let one set" in told
    assert "(by default `2`; Say how many stones there are.), [name](" in told


def test_a_library_says_which_source_of_a_setting_wins_and_code_what_becomes_of_it() -> None:
    told = text(
        {
            "mill/cli.go": """
                package main

                import "github.com/spf13/viper"

                func validateOptions() {
                    if width == 0 {
                        width = 80
                    }
                }

                func main() {
                    viper.SetEnvPrefix("mill")
                    viper.AutomaticEnv()
                    validateOptions()
                }
                """
        }
    )
    assert "- Viper: a value that code sets wins, then the flag," in told
    assert "([its documentation](https://github.com/spf13/viper#why-viper))." in told
    assert '`viper.SetEnvPrefix("mill")` ([12](' in told
    assert "`width = 80` when `width == 0` ([mill/cli.go:7](" in told


def test_parameters_have_meanings_and_what_stands_in_for_them() -> None:
    told = text(
        {
            "mill/log.py": """
                def configure(stones=None, wind: int = 3, sails=4):
                    '''Set the mill up.

                    Args:
                        stones: What grinds. New ones otherwise.
                        wind: How much there is.
                    '''
                    if stones is None:
                        stones = DEFAULT_STONES
                    return stones
                """
        }
    )
    assert "Parameters of configure" in told
    assert "`stones` |  | `None`, which becomes `DEFAULT_STONES` ([line 9](" in told
    assert "| What grinds." in told


def test_variables_by_rule_are_told_with_their_rules() -> None:
    told = text(
        {
            "mill/env.py": """
                import os
                from functools import partial
                from inspect import signature


                def from_environment(name):
                    start = name.upper() + "_"
                    held = {
                        k.lower(): v for k, v in os.environ.items() if k.startswith(start)
                    }

                    def wrap(function):
                        known = signature(function).parameters
                        given = {k: v for k, v in held.items() if k in known}  # no others
                        for k in given:
                            given[k] = type(known[k].default)(given[k])
                        return partial(function, **given)

                    return wrap


                @from_environment("mill")
                def turn(sails=4, oiled=False):
                    return sails
                """
        }
    )
    assert "Found in the code: 1 family of variables." in told
    assert "`MILL_…` for parameters of [turn](" in told
    assert ", as `MILL_SAILS` ([mill/env.py:22](" in told
    assert "what a call gives wins ([17](" in told
    assert "where that is `True` or `False`, any text but an empty one is true." in told
    assert "In its own words: “no others” ([14](" in told


def test_defaults_of_several_platforms_are_told_with_all_of_them() -> None:
    told = text(
        {
            "Cargo.toml": '[package]\nname = "mill"\n[dependencies]\nclap = "4"\n',
            "src/main.rs": """
                #[cfg(windows)]
                pub const DEFAULT_STONES: usize = 8;

                #[cfg(not(windows))]
                pub const DEFAULT_STONES: usize = 4;

                #[derive(Parser)]
                struct Args {
                    /// How many stones
                    #[clap(short, long, default_value_t = DEFAULT_STONES)]
                    stones: usize,
                }

                fn main() { turn(Args::parse().stones, DEFAULT_STONES); }
                """,
        }
    )
    assert "| `8 where windows, else 4` |" in told
    assert "| `8` where `windows`" in told
    assert "| `4` where `not(windows)`" in told


def test_a_default_becomes_something_else_only_where_code_asks_for_it() -> None:
    told = text(
        {
            "mill/wheel.py": """
                class Wheel:
                    def __init__(self, wind=0.1, oats="few", rye=None, sails=(), corn=UNSET, tea=5):
                        if wind is None:
                            wind = 0
                        if not oats:
                            oats = "none"
                        if not (rye is not None):
                            rye = "black"
                        self.sails = sails or [4]
                        if corn is UNSET:
                            corn = 7


                def configure(wheel=None, stones=2, rye=None, oats=1, wind=9):
                    if wheel:
                        stones = 3
                    if rye == 8:
                        rye = 4
                    return Wheel(), Wheel(), Wheel()
                """
        }
    )
    assert "`0.1`; `None` becomes `0` ([line 4](" in told
    assert '`None`, which becomes `"black"` ([line 8](' in told
    assert "`()`, which becomes `[4]` ([line 9](" in told
    assert "`UNSET`, which becomes `7` ([line 11](" in told
    assert "becomes `3`" not in told
    assert "becomes `4`" not in told
    assert 'becomes `"none"`' not in told


def test_a_documented_default_is_told_as_such() -> None:
    told = text(
        {
            "mill/options.ts": """
                export interface MillOptions {
                    /** How many stones. Defaults to `2`. */
                    stones?: number;
                    /**
                     * How it turns.
                     * @default `left` in the north, `right` otherwise
                     */
                    turn?: string;
                    wind?: number;
                    sails?: number;
                }
                """
        }
    )
    assert "`2` (as documented)" in told
    assert "`left` in the north, `right` otherwise (as documented)" in told


def test_settings_in_a_dictionary_are_told_with_the_lines_that_name_them() -> None:
    told = text(
        {
            "mill/app.py": """
                class Mill:
                    default_config = Frozen({"STONES": 2, "WIND": None, "SAILS": 4, "NAME": ""})

                def turn(mill):
                    return mill.config["STONES"]
                """
        }
    )
    assert "`STONES` | `2` | [2](" in told
    assert "[mill/app.py:5](" in told


def test_functions_that_make_options_are_settings() -> None:
    told = text(
        {
            "go.mod": "module example.org/mill\n",
            "mill.go": """
                package mill

                type Option func(*Mill)

                // WithStones sets how many stones turn.
                func WithStones(number int) Option { return nil }

                func WithWind(strength int) Option { return nil }

                func New(options ...Option) *Mill { return nil }
                """,
        }
    )
    assert "Options that one hands to what one sets up" in told
    assert "- `Option`: [WithStones](" in told
    assert "(WithStones sets how many stones turn.), [WithWind](" in told


@pytest.mark.parametrize("returned", ["@returns {Mill} the mill", "@return {this}"])
def test_methods_that_return_their_object_are_settings(returned: str) -> None:
    methods = "\n".join(
        f"    /**\n     * Set the {name}.\n     * {returned}\n     */\n"
        f"    {name}(value) {{ this._{name} = value; return this; }}"
        for name in ("stones", "wind", "sails", "name")
    )
    told = text(
        {
            "package.json": '{"name": "mill", "main": "lib/mill.js"}',
            "lib/mill.js": f"/** A mill. */\nclass Mill {{\n{methods}\n    run() {{}}\n}}\n"
            "exports.Mill = Mill;\n",
            "lib/shop.js": "const { Mill } = require('./mill.js');\nnew Mill().wind(3).run();\n",
        }
    )
    assert "Methods that set something and return their object" in told
    assert "[stones](repo/lib/mill.js_docs.md#Mill.stones) (Set the stones.), [wind](" in told


def test_settings_files_to_copy_are_told_with_their_keys() -> None:
    told = text(
        {
            ".env.example": "# Where to listen\nMILL_PORT=80\nMILL_NAME=\n",
            "mill/__init__.py": "import os\nport = os.environ['MILL_PORT']\n",
        }
    )
    assert "Settings files to copy and fill in" in told
    assert "- [.env.example](" in told
    assert ": `MILL_PORT`, `MILL_NAME`" in told


def test_only_sentences_on_sources_of_settings_tell_of_precedence() -> None:
    readme = """
        # Mill

        Setting to `true` overrides the grain default. Enabling it overrides `--no-env-files`.
        You may set the MILL_STONE env variable in order to override this option.

        ## FIXED: Override
        Set `--stone` in the settings file.
        """
    told = text({"README.md": readme, "mill/cli.py": MERGE})
    assert "“You may set the MILL_STONE env variable in order to override this option.”" in told
    for other in ("grain default", "--no-env-files", "FIXED"):
        assert other not in told


def test_a_comment_that_names_the_variable_below_is_its_meaning() -> None:
    code = """
        import os

        # when MILL_STONE is set to anything but nothing then all stones are counted;
        # refer to the manual
        stone = os.environ.get("MILL_STONE")
        # what the yard is called
        yard = os.environ.get("MILL_YARD")
        """
    told = text({"mill/main.py": code})
    assert "“when MILL_STONE is set to anything but nothing then all stones are counted; " in told
    assert "what the yard is called" not in told


def test_a_comment_that_mentions_a_variable_is_not_its_meaning() -> None:
    code = """
        import os

        # read once, so that loops don't ask for MILL_STONE again
        stone = os.environ.get("MILL_STONE")
        # Try use MILL_YARD as a hint
        yard = os.environ.get("MILL_YARD")
        # PATH holds where programs are found
        path = os.environ.get("PATH")
        # when ``MILL_GRAIN`` is set it is ground
        grain = os.environ.get("MILL_GRAIN")
        """
    told = text({"mill/main.py": code})
    for other in ("read once", "Try use", "PATH holds"):
        assert other not in told
    assert "“when MILL_GRAIN is set it is ground”" in told


def test_what_help_says_of_defaults_behind_its_first_sentence_is_kept() -> None:
    code = """
        import argparse

        parser = argparse.ArgumentParser()
        parser.add_argument("--stone", help="Turn it. Beware of dust. Defaults to true for rye.")
        """
    told = text({"mill/main.py": code})
    assert "Turn it. Defaults to true for rye." in told
    assert "dust" not in told


def test_a_heading_that_is_a_variable_has_its_meaning_below() -> None:
    manual = """
        # mill

        ## `MILL_STONE`

        Chooses the stone that turns. Granite is
        usual.

        ## Else

        No variable.
        """
    code = "import os\nstone = os.environ.get('MILL_STONE')\n"
    told = text({"docs/mill.1.md": manual, "mill/main.py": code})
    assert "| Chooses the stone that turns. |" in told


def test_fields_have_the_meanings_of_a_document_that_has_many_of_them() -> None:
    code = """
        from dataclasses import dataclass

        @dataclass
        class MillConfig:
            stones: int
            json: bool
            yard: str
            sieve: str
        """
    manual = "# Formats\n\n- `json`: Print the list as one object.\n"
    settings = "# Settings\n\n- `stones`: How many stones turn.\n- `yard`: Where the sacks stand.\n"
    told = text({"mill/config.py": code, "docs/a.md": manual, "docs/b.md": settings})
    assert "How many stones turn." in told
    assert "Where the sacks stand." in told
    assert "Print the list" not in told


def test_keys_of_a_schema_that_have_to_be_given_say_so() -> None:
    code = """
        from schema import Map, Optional, Required, check_int
        DEFAULT = 3
        MILL = Map(
            "Mill",
            Required("stones", check_int),
            Optional("sacks", check_int, DEFAULT),
            Optional("wheel", check_int),
        )
        """
    told = text({"mill/__init__.py": "", "mill/cli.py": code})
    assert "Settings of MILL" in told
    assert "`stones` | `check_int` | has to be given | " in told
    assert "`sacks` | `check_int` | `3` | " in told


def test_fields_have_the_keys_under_which_a_settings_file_has_them() -> None:
    go = """
        package rc

        type MillRC struct {
            Sacks     int    `yaml:"sacks"`
            WheelSize int    `yaml:"wheel-size"`
            Stones    int
            Name      string `toml:"name"`
        }
        """
    rust = """
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        struct Config {
            most_sacks: usize,
            #[serde(rename = "wheel")]
            the_wheel: bool,
        }

        struct OtherConfig { grain: usize, bran: usize, sacks: usize, stones: usize }
        """
    told = text({"go.mod": "module mill\n", "rc/rc.go": go, "src/main.rs": rust})
    assert "[WheelSize](repo/rc/rc.go_docs.md#MillRC.WheelSize) | `wheel-size` | `int`" in told
    assert "#Config::most_sacks) | `most-sacks` | `usize`" in told
    assert "#Config::the_wheel) | `wheel` | `bool`" in told
    assert "OtherConfig" not in told


def test_tags_and_attributes_of_fields_say_what_they_mean() -> None:
    go = """
        package rc

        type MillRC struct {
            Sacks  int    `yaml:"sacks" default:"3" description:"How many. Or more."`
            Wheel  string `jsonschema:"description=Which\\\\, or none,enum=a,enum=b" yaml:"wheel"`
            Stones int    `json:"-" yaml:"-"`
            Grain  int    `yaml:",omitempty"`
        }
        """
    c_sharp = """
        public class MillOptions {
            [Description("How many sacks")] [DefaultValue(4)]
            public int Sacks { get; set; }
            public int Stones { get; set; }
            public int Wheel { get; set; }
            public int Grain { get; set; }
        }
        """
    rust = """
        pub struct MillConfig {
            #[schemars(description = "How coarse", default = "fine")]
            pub grain: String,
            pub bran: String,
            pub wheel: String,
            pub sacks: String,
        }
        """
    java = """
        public class MillSettings {
            @Schema(description = "How deep")
            public int pit;
            @DefaultValue("7")
            public int race;
            public int tail;
            public int head;
        }
        """
    others = text({"src/lib.rs": rust, "src/MillSettings.java": java})
    assert "| `fine` (as documented) | How coarse | " in others
    assert "| How deep | " in others
    assert "| `7` (as documented)" in others
    told = text({"go.mod": "module mill\n", "rc/rc.go": go, "src/Mill.cs": c_sharp})
    assert "| `sacks` | `int` | `3` (as documented) | How many.\n" in told
    assert "| Which, or none; one of `a` or `b`\n" in told
    assert "#MillRC.Stones) | none | `int`" in told
    assert "#MillRC.Grain) |  | `int`" in told
    assert "| `4` (as documented) | How many sacks\n" in told


def test_classes_of_one_setting_each_are_settings_and_hold_none() -> None:
    classes = "".join(
        f"""
        class Stone{number}Config(Setting):
            name = "stone{number}"
            cli = ["--stone{number}"]
            default = {number}
            default_size = 3
            """
        for number in range(3)
    )
    code = f"""
        {classes}
        class WhenReady(Setting):
            name = "when_ready"
            default = nothing
            desc = "Called at the start."
        """
    told = text({"mill/__init__.py": "", "mill/rc.py": code})
    assert "`--stone1` | `1`" in told
    assert "`when_ready` | `nothing` | Called at the start. | " in told
    assert "Fields of" not in told
    assert "default_size" not in told


def test_a_setting_is_named_where_most_of_its_list_are() -> None:
    code = """
        DEFAULTS = {"version": 1, "stones": 2, "sacks": 3, "wheel": 4, "a": 5, "b": 6}

        def grind(given):
            return given["version"]
        """
    told = text({"mill/__init__.py": "", "mill/app.py": code})
    assert "`version` | `1` | " in told
    assert "Named in" not in told


def test_a_list_of_words_names_no_settings_and_bare_names_are_told_as_words() -> None:
    words = "".join(f'    "word{number}", "wheel", "sacks",\n' for number in range(50))
    code = """
        export function grind(options) {
          const { sacks = 3, wheel, race, pit = 4, stones } = options;
          return sacks + pit;
        }

        grind({ "wheel": 3 });
        """
    told = text({"mill/app.js": code, "mill/words.js": f"export const W = [\n{words}]"})
    assert "words.js" not in told
    assert "`sacks` | `3` | " in told
    assert "`race`" not in told
    assert "Settings of grind; race and stones have names alone" in told


def test_what_a_file_has_below_a_key_is_told_with_the_settings() -> None:
    go = """
        package rc

        type MillConfig struct {
            Sacks  int        `yaml:"sacks"`
            Wheels []*Wheel   `yaml:"wheels"`
            Other  *Stone     `yaml:"-"`
            Last   int        `yaml:"last"`
        }
        """
    beside = """
        package rc

        type Wheel struct {
            Width  int   `yaml:"width"`
            Spokes Spoke `yaml:"spokes"`
            Metal  bool  `yaml:"metal"`
            Rim    int   `yaml:"rim"`
        }

        type Spoke struct { A, B, C, D int }

        type Stone struct { Edge, Face, Size, Age int }
        """
    told = text({"go.mod": "module mill\n", "rc/rc.go": go, "rc/wheel.go": beside})
    assert told.index("Fields of MillConfig") < told.index("Fields of Wheel")
    assert "Fields of Spoke" not in told
    assert "Fields of Stone" not in told


def test_types_whose_fields_are_explained_come_first() -> None:
    code = """
        from dataclasses import dataclass

        @dataclass
        class InnerOptions:
            a: int
            b: int
            c: int
            d: int

        @dataclass
        class GrindOptions:
            sacks: int
            \"\"\"How many sacks.\"\"\"
            stones: int
            \"\"\"How many stones.\"\"\"
            wheel: int
            \"\"\"Which wheel.\"\"\"
            grain: int
        """
    told = text({"mill/__init__.py": "", "mill/options.py": code})
    assert told.index("Fields of GrindOptions") < told.index("Fields of InnerOptions")


def test_files_of_a_list_are_told_together_and_who_chooses_the_folder() -> None:
    go = """
        package rc

        import "os"

        var (
            DefaultMillFiles = []string{
                "Mill.yml",
                "mill.yml",
                "Mill.yaml",
            }
            words = []string{"a.b", "c.d"}
        )

        func configDir() string { return os.Getenv("MILL_DIR") }
        """
    told = text({"go.mod": "module mill\n", "rc/rc.go": go})
    assert "- `Mill.yml`, `mill.yml` and `Mill.yaml`, in [rc/rc.go:" in told
    assert "a.b" not in told
    assert (
        "Folders are chosen by [configDir](repo/rc/rc.go_docs.md#configDir) "
        "(which reads `MILL_DIR`)." in told
    )


def test_what_a_file_with_settings_reports_of_other_things_is_left_out() -> None:
    code = """
        DEFAULT_OPTIONS = {"a": 1, "b": 2, "c": 3, "d": 4}

        def grind(sacks):
            if not sacks:
                raise ValueError("The number of sacks must be positive.")
            if not fetch(sacks):
                raise OSError("Grinding failed.")
        """
    told = text({"mill/__init__.py": "", "mill/mill.py": code})
    assert "The number of sacks must be positive." in told
    assert "Grinding failed." not in told


def test_options_have_values_variables_and_the_types_that_hold_them() -> None:
    declared = "\n".join(
        f"""
class {name}Options:
    '''Options of {name}.'''

    first: str = field(default="1", metadata=opt("--{name}-first", help="First."))
    second: str = field(default="2", metadata=opt("--{name}-second", help="Second."))
    third: str = field(default="3", metadata=opt("--{name}-third", help="Third."))
    mode: str = field(
        default="a",
        metadata=opt("--{name}-mode", env_var="MODE", choices=("a", "b"), help="How."),
    )"""
        for name in ("a", "b")
    )
    told = text({"mill/cli.py": f"from dataclasses import field\n{declared}\n"})
    assert '`--a-mode` | How. | `a`, `b` | `"a"` | `MODE` | [9](' in told
    assert "- 4 are fields of [aOptions](" in told
    assert "): Options of a." in told
    assert "Fields of aOptions" not in told


def test_a_type_of_which_only_the_names_are_known_has_no_table() -> None:
    code = """
        class MillOptions:
            def __init__(self, stones, wheels, sacks, flour):
                self.stones = stones
                self.wheels = wheels
                self.sacks = sacks
                self.flour = flour
        """
    assert "Fields of MillOptions" not in text({"mill/options.py": code})


def test_defaults_of_a_data_file_are_told_with_who_reads_it() -> None:
    data = '{"stones": 2, "grain": {"kind": "rye", "sieve": "fine"}, "keyRef": "MILL_KEY"}'
    code = """
        const defaults = read('../config/mill.json');
        export function key(options) { return process.env[options.keyRef]; }
        """
    told = text({"config/mill.json": data, "src/mill.js": code, "package.json": '{"name": "mill"}'})
    assert "Settings of config/mill.json, which src/mill.js reads" in told
    assert '`grain.kind` | `"rye"` | ' in told
    assert "the one that `keyRef` names, by default `MILL_KEY` ([src/mill.js:2](" in told
    assert "Constant" not in told


def test_options_say_which_data_file_has_their_defaults() -> None:
    data = '{"stones": 2, "grain": "rye", "sieve": "fine", "sacks": 3}'
    options = "".join(
        f'\n            cli.add_argument("--{name}", help="One.")'
        for name in ("stones", "grain", "sieve", "sacks")
    )
    code = f"""
            import argparse, json
            DEFAULTS = json.load(open("mill/defaults.json"))
            cli = argparse.ArgumentParser(){options}
            """
    told = text({"mill/defaults.json": data, "mill/cli.py": code})
    assert '`--grain` | One. | `"rye"` | ' in told
    assert "The defaults of 4 options are those that [mill/defaults.json](" in told
    assert "Settings of mill/defaults.json" not in told


def test_what_fields_declare_as_options_is_told_once_with_the_lines_that_read_it() -> None:
    fields = "".join(
        f"    /// The {name} of all\n    #[arg(\n        long,\n    )]\n    {name}: bool,\n"
        for name in ("stone", "grain", "wind", "rain", "sack")
    )
    code = (
        f"use clap::Parser;\n\n#[derive(Parser)]\nstruct Options {{\n{fields}}}\n\n"
        "fn main() {\n    let options = Options::parse();\n    grind(options.stone);\n"
        "    grind(options.stone && options.grain);\n}\n"
    )
    told = text({"Cargo.toml": '[package]\nname = "mill"\n', "src/main.rs": code})
    assert "Fields of Options" not in told
    assert "Option | Meaning | Line of main.rs | Read in" in told
    assert "| [src/main.rs:34](repo/src/main.rs_docs.md#L34), [35](repo/src/main.rs_" in told


def test_what_a_package_offers_is_told_with_its_defaults() -> None:
    code = """
        import argparse

        def grind(grain, fine=True, stones=None):
            return grain

        coarse = grind(3, fine=False)
        """
    told = text({"mill/__init__.py": "from mill.cli import coarse, grind\n", "mill/cli.py": code})
    assert "What the package offers, with its defaults" in told
    assert "- [grind(grain, fine=True, stones=None)](repo/mill/cli.py_docs.md#" in told
    assert "- [coarse = grind(3, fine=False)](" in told


def test_a_list_on_precedence_may_have_entries_of_several_lines() -> None:
    readme = """
        # Mill

        Settings come from several sources. Their precedence, from highest to lowest, is:

        1. Options of the command line,
           in their order.
        2. The environment.
        3. A configuration file.
        """
    told = text({"README.md": readme, "mill/cli.py": MERGE})
    assert "is: Options of the command line, in their order.; The environment.; A conf" in told


def test_features_of_a_crate_are_told_with_who_asks_for_them() -> None:
    manifest = """[package]
name = "mill"

[features]
default = ["fast"]
# Grinds with all wheels.
fast = ["dep:wheel"]
slow = []
"""
    code = """
        #[cfg(feature = "fast")]
        pub fn grind() {}

        // The variable MILL_LIMIT says how many sacks are ground.
        pub fn stop() {}

        pub fn limit() -> u64 {
            std::env::var("MILL_LIMIT").ok().and_then(|v| v.parse().ok()).unwrap_or(u64::MAX)
        }
        """
    told = text({"Cargo.toml": manifest, "src/lib.rs": code})
    assert "`fast` | on | `dep:wheel` | Grinds with all wheels. | [src/lib.rs:1](" in told
    assert "`slow` | off | " in told
    assert "`MILL_LIMIT` | `u64::MAX` | “The variable MILL_LIMIT says how many sacks" in told


def test_an_offered_function_is_told_instead_of_an_inner_constructor() -> None:
    names = ("stones", "wheels", "sacks", "grain", "sieve", "flour")
    given = ", ".join(f"{name}=None" for name in names)
    handed = ", ".join(names)
    kept = "\n".join(f"        self.{name} = {name}" for name in names)
    files = {
        "pyproject.toml": '[project]\nname = "mill"\n',
        "mill/__init__.py": "from mill.grinding import grind as mill\n\n__all__ = ['mill']\n",
        "mill/inner.py": f"class Work:\n    def __init__(self, {given}):\n{kept}\n",
        "mill/grinding.py": "from typing import overload\nfrom mill.inner import Work\n\n\n"
        f"@overload\ndef grind({given.replace('None', '...')}): ...\n"
        f"def grind(function=None, {given}):\n    return Work({handed})\n",
    }
    told = text(files)
    assert "Parameters of mill" in told
    assert "`stones` | `None`" in told
    assert "Parameters of Work" not in told
    assert "The same parameters" not in told


def test_cost_is_linear_in_the_words_of_a_line() -> None:
    def seconds(words: int) -> float:
        line = '"word"' + (" " * 40 + '"word"') * words + " end"
        start = time.process_time()
        assert len(list(_outside_word_lists([line] * 40))) == 40
        return time.process_time() - start

    seconds(1)
    assert seconds(4) < 24 * max(seconds(2), 0.005)


def test_what_a_settings_type_computes_is_no_setting() -> None:
    fields = "\n".join(f"    {name}: int = 1" for name in ("port", "stones", "speed", "grain"))
    code = (
        f"class Settings:\n{fields}\n\n"
        "    @property\n    def address(self):\n        return str(self.port)\n"
    )
    told = text({"mill/settings.py": code, "mill/run.py": "from mill.settings import Settings\n"})
    assert "#mill.settings.Settings.port)" in told
    assert "Settings.address" not in told


def test_of_two_files_of_one_name_the_path_tells_which_is_meant() -> None:
    def config(name: str) -> str:
        fields = "".join(f"    /// Sets {each}.\n    pub {each}: u8,\n" for each in "abcd")
        return f"#[derive(Deserialize)]\npub struct {name} {{\n{fields}}}\n"

    inner = {"bin/gen/src/config.rs": config("Config"), "lib/src/mill.rs": config("MillConfig")}
    told = text({**inner, "src/config.rs": "pub struct Other;\n"})
    assert "Fields of Config (gen/src/config.rs)" in told
    assert "Fields of MillConfig (mill.rs)" in told
