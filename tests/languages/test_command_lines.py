"""Options and commands that programs declare, in the languages that have readers for them."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.settings import AnalysisOptions


def options(name: str, language: str, code: str) -> list[Option]:
    record = analyse(name, language, code.encode(), AnalysisOptions())
    return list(record.outline.options)


def test_flags_of_go() -> None:
    code = """package main

import (
	"flag"

	"github.com/spf13/cobra"
)

var serve = &cobra.Command{
	Use:   "serve [dir]",
	Short: "Serve a folder",
}

func init() {
	port := flag.Int("port", 80, "where to listen")
	flag.StringVar(&name, "name", "", "what to "+"call it")
	serve.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing")
	serve.Flags().CountP("verbose", "v", "say more")
	flag.Func("level", "how much", parse)
	fmt.String("a", "b")
}
"""
    assert options("main.go", "go", code) == [
        Option(("serve [dir]",), "Serve a folder", 9, is_command=True),
        Option(("--port",), "where to listen", 15, "80"),
        Option(("--name",), "what to call it", 16),
        Option(("--quiet", "-q"), "say nothing", 17, "false", command="serve"),
        Option(("--verbose", "-v"), "say more", 18, command="serve"),
        Option(("--level",), "how much", 19),
    ]


def test_literals_of_urfave_cli() -> None:
    code = """package main

import "github.com/urfave/cli/v2"

var app = &cli.App{
	Commands: []*cli.Command{
		{Name: "skipped without a type"},
	},
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "lang", Aliases: []string{"l"}, Value: "en", Usage: "speak it"},
	},
}
"""
    assert options("main.go", "go", code) == [Option(("--lang", "-l"), "speak it", 10, '"en"')]


def test_flags_of_a_copy_of_urfave_cli_and_of_commands_in_a_list() -> None:
    code = """package main

import "github.com/o/mill/internal/cli"

var commands = []*cli.Command{
	{
		Name: "grind",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "fine", Usage: "as flour"}},
	},
}

func run() { mill.String("no flag", "x", "y") }
"""
    assert options("main.go", "go", code) == [Option(("--fine",), "as flour", 8, command="grind")]


def test_flags_of_urfave_cli_that_variables_hold() -> None:
    code = """package main

import "github.com/urfave/cli/v3"

func grind() *cli.Command {
	tidy := &cli.BoolWithInverseFlag{Name: "tidy", Usage: "sweep up"}
	lost := &cli.BoolFlag{Name: "lost", Usage: "no command has it"}
	given := &cli.BoolFlag{Name: "given"}
	register(given)
	return &cli.Command{
		Name: "grind",
		Flags: []cli.Flag{
			tidy,
			&cli.StringFlag{Name: "grain", Sources: cli.EnvVars("MILL_GRAIN", "GRAIN")},
		},
		Action: func() { use(tidy.IsSet(), lost.IsSet()) },
	}
}
"""
    assert options("main.go", "go", code) == [
        Option(("--tidy", "--no-tidy"), "sweep up", 6, command="grind"),
        Option(("--given",), "", 8),
        Option(("grind",), "", 10, is_command=True),
        Option(("--grain",), "", 14, command="grind", variables=("MILL_GRAIN", "GRAIN")),
    ]


def test_older_flags_of_urfave_cli_name_their_variables() -> None:
    code = """package main

import "github.com/urfave/cli"

var flags = []cli.Flag{
	cli.StringFlag{Name: "sack", EnvVar: "SACK, MILL_SACK"},
	&cli.StringFlag{Name: "rye", EnvVars: []string{"RYE"}},
}
"""
    assert [each.variables for each in options("main.go", "go", code)] == [
        ("SACK", "MILL_SACK"),
        ("RYE",),
    ]


@pytest.mark.parametrize(
    "imported", ["import { program } from 'commander';", "const x = require('cac');"]
)
def test_options_of_commander(imported: str) -> None:
    code = f"""{imported}
program
  .command('serve <dir>')
  .description('Serve a folder')
  .requiredOption('-p, --port <number>', 'where to listen', 80)
  .option('--quiet', 'say nothing')
  .argument('<file>', 'what to read');
program.command('stop', 'Stop serving').option(name);
"""
    assert options("cli.js", "javascript", code) == [
        Option(("serve <dir>",), "Serve a folder", 3, is_command=True),
        Option(("-p", "--port"), "where to listen", 5, "80", "<number>", command="serve"),
        Option(("--quiet",), "say nothing", 6, command="serve"),
        Option(("<file>",), "what to read", 7, command="serve"),
        Option(("stop",), "Stop serving", 8, is_command=True),
    ]


def test_options_of_yargs() -> None:
    code = """import yargs from 'yargs';
yargs(args)
  .option('port', { alias: ['p'], describe: 'where to listen', default: 80 })
  .positional('dir', { description: 'what to serve' });
"""
    assert options("cli.ts", "typescript", code) == [
        Option(("--port", "-p"), "where to listen", 3, "80"),
        Option(("dir",), "what to serve", 4),
    ]


def test_options_that_yargs_is_given_together() -> None:
    code = """import yargs from 'yargs';
const more = { dry: { description: 'do nothing' } } as const;
yargs(args)
  .options({
    // First
    'max-size': {
      alias: 'm',
      describe: 'how much ' + 'is too much',
      type: 'number',
      default: limits.size,
    },
    prefix: { alias: ['p'], defaultDescription: 'index or name' },
    hidden: false,
  })
  .options(more)
  .options(unknown);
"""
    assert options("cli.ts", "typescript", code) == [
        Option(("--dry",), "do nothing", 2),
        Option(("--max-size", "-m"), "how much is too much", 6, "limits.size"),
        Option(("--prefix", "-p"), "", 12, "index or name"),
    ]


def test_options_that_yargs_is_given_together_belong_to_their_command() -> None:
    code = """import yargs from 'yargs';
yargs(args)
  .command('serve', 'Serve it', (y) => y.options({ port: { default: 80 } }))
  .options({ quiet: { describe: 'say nothing' } });
"""
    assert commands_of("cli.js", "javascript", code) == {"--port": "serve", "--quiet": ""}


def test_options_that_clap_derives() -> None:
    code = """/// Greets.
#[derive(Parser, Debug)]
#[command(version)]
struct Cli {
    /// Whom to
    /// greet{n}first
    ///
    /// At length.
    name: String,
    /// How often
    #[arg(short, long = "times", default_value_t = 1)]
    count: u8,
    #[clap(long, help = "say nothing")]
    quiet_please: bool,
    #[command(subcommand)]
    command: Option<Commands>,
    #[clap(flatten)]
    more: More,
}

#[derive(clap::Subcommand)]
enum Commands {
    /// Adds one
    AddOne { #[arg(long)] twice: bool },
    #[command(name = "rm", about = "Removes one")]
    Remove,
}
"""
    assert options("main.rs", "rust", "use clap::Parser;\n" + code) == [
        Option(("<NAME>",), "Whom to greet first", 10),
        Option(("-c", "--times"), "How often", 13, "1"),
        Option(("--quiet-please",), "say nothing", 15),
        Option(("add-one",), "Adds one", 25, is_command=True),
        Option(("--twice",), "", 25, command="add-one"),
        Option(("rm",), "Removes one", 27, is_command=True),
    ]
    assert options("main.rs", "rust", code.replace("clap::", "").replace("clap", "x")) == []


def test_attributes_of_clap_give_aliases_defaults_and_help_that_stands_elsewhere() -> None:
    code = """use clap::Parser;
const HOW_LONG: &str = "Grind for N \\
                        minutes.
Examples: 5";
const SACKS: i64 = 3;

#[derive(Parser)]
struct Cli {
    #[arg(value_name("GRAIN"))]
    grain: Option<PathBuf>,
    #[arg(
        help(HOW_LONG),
        short('n'),
        long,
        visible_short_alias('c'),
        visible_alias("minutes"),
        value_name("N")
    )]
    length: Option<String>,
    /// Of what
    #[arg(long, value_enum, default_value_t, default_value_if("plain", x, Some("none")))]
    stone: Stone,
    #[arg(long, default_value(formatcp!("{SACKS}")))]
    sacks: String,
    #[arg(long, default_value("0"))]
    offset: String,
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("<GRAIN>",), "", 10),
        Option(("-n", "--length", "-c", "--minutes"), "Grind for N minutes.", 19, metavar="N"),
        Option(("--stone",), "Of what", 22, "Stone::default()", value_type="Stone"),
        Option(("--sacks",), "", 24, "SACKS"),
        Option(("--offset",), "", 26, '"0"'),
    ]


def test_help_of_clap_goes_on_behind_a_backslash_and_has_commas() -> None:
    code = """use structopt::StructOpt;
#[derive(StructOpt)]
struct Cli {
    #[structopt(
        long = "grain",
        help = "Grind this, and \\
                nothing else.",
    )]
    grain: String,
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("--grain",), "Grind this, and nothing else.", 9),
    ]


def test_options_of_clap_have_values_and_environment_variables() -> None:
    code = """use clap::{Parser, ValueEnum};
#[derive(Parser)]
struct Cli {
    #[arg(long, aliases = ["pass", "pw"], env = "MILL_KEY")]
    key: Option<String>,
    #[arg(long, env)]
    port: u16,
    #[arg(long, value_enum)]
    when: Option<When>,
    #[arg(long, value_parser = ["rye", "oats"])]
    grain: String,
    #[arg(short, long, verbatim_doc_comment)]
    #[rustfmt::skip]
    /** Marks. May be combined.

c - coarse

f - as fine as flour
    */
    marks: Option<String>,
}

/// When to grind.
#[derive(Clone, ValueEnum)]
#[value(rename_all = "kebab-case")]
pub enum When {
    /// At once
    RightNow,
    #[value(name = "late")]
    Later,
    #[value(skip)]
    Never,
}

fn more() -> Arg {
    Arg::new("sack").long("sack").env("MILL_SACK").value_parser(["big", "small"])
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("--key", "--pass", "--pw"), "", 5, variables=("MILL_KEY",)),
        Option(("--port",), "", 7, variables=("PORT",)),
        Option(("--when",), "", 9, values=("right-now", "late"), meanings=("At once", "")),
        Option(("--grain",), "", 11, values=("rye", "oats")),
        Option(
            ("-m", "--marks"),
            "Marks. May be combined.",
            20,
            values=("c", "f"),
            meanings=("coarse", "as fine as flour"),
        ),
        Option(("--sack",), "", 36, variables=("MILL_SACK",), values=("big", "small")),
    ]


def test_options_of_commands_that_clap_is_told() -> None:
    code = """use clap::{Arg, Command};

fn cli() -> Command {
    Command::new("x")
        .arg(Arg::new("quiet").long("quiet"))
        .subcommand(
            Command::new("serve")
                .about("Serve it")
                .arg(Arg::new("port").long("port"))
                .arg(Arg::new("dir")),
        )
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("--quiet",), "", 5),
        Option(("serve",), "Serve it", 7, is_command=True),
        Option(("--port",), "", 9, command="serve"),
        Option(("<dir>",), "", 10, command="serve"),
    ]


def test_options_that_clap_is_told() -> None:
    code = """use clap::{Arg, Command};

fn cli() -> Command {
    Command::new("x").arg(
        Arg::new("port")
            .short('p')
            .long("port")
            .help("where to listen")
            .default_value("80"),
    ).arg(Arg::new("file").required(true))
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("-p", "--port"), "where to listen", 5, '"80"'),
        Option(("<file>",), "", 10),
    ]


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("a.go", "go", 'package a\n\nfunc f() { x.Int("port", 80, "where") }\n'),
        ("a.js", "javascript", "x.option('--port', 'where');"),
        ("a.go", "go", 'package a\n\nimport "flag"\n\nfunc f() { flag.Int("po'),
        ("a.js", "javascript", "import 'commander'; x.option('--"),
        ("a.rs", "rust", "use clap::Parser;\n#[derive(Parser)]\nstruct"),
    ],
)
def test_other_calls_and_broken_code_declare_nothing(name: str, language: str, code: str) -> None:
    assert options(name, language, code) == []


def commands_of(name: str, language: str, code: str) -> dict[str, str]:
    """Return the command of each option by its last flag."""
    found = options(name, language, code)
    return {each.flags[-1]: each.command for each in found if not each.is_command}


def test_flags_of_go_belong_to_the_command_around_them() -> None:
    code = """package main

import "github.com/urfave/cli/v3"

func main() {
	add := &cli.Command{
		Name:  "add",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "force"}},
	}
}
"""
    assert commands_of("main.go", "go", code) == {"--force": "add"}


def test_options_of_commander_belong_to_the_variable_of_a_command() -> None:
    code = """import { program } from 'commander';
const build = program.command('build <dir>').description('Build it');
build.option('--fast', 'hurry');
program.option('--quiet', 'say nothing');
"""
    assert commands_of("cli.js", "javascript", code) == {"--fast": "build", "--quiet": ""}


def test_options_of_yargs_belong_to_the_command_whose_builder_asks_for_them() -> None:
    code = """import yargs from 'yargs';
yargs(args)
  .command('serve [port]', 'Serve it', (y) => y.positional('port', { default: 80 }))
  .option('quiet', { describe: 'say nothing' });
"""
    found = commands_of("cli.js", "javascript", code)
    assert found == {"port": "serve", "--quiet": ""}


def test_arguments_that_clap_derives_belong_to_the_variant_that_holds_them() -> None:
    code = """use clap::{Args, Parser, Subcommand};
#[derive(Subcommand)]
enum Commands {
    Build(BuildArgs),
}
#[derive(Args)]
struct BuildArgs {
    #[arg(long)]
    release: bool,
}
#[derive(Parser)]
struct Cli {
    #[arg(long)]
    quiet: bool,
}
"""
    assert commands_of("main.rs", "rust", code) == {"--release": "build", "--quiet": ""}


def test_tags_of_go_flags() -> None:
    code = """package main

import "github.com/jessevdk/go-flags"

type options struct {
	Query string `short:"q" long:"query" default:"all" description:"what to\\nlook for"`
	Add   add    `command:"add" description:"Add a line"`
	Other string `json:"other"`
}
"""
    assert options("main.go", "go", code) == [
        Option(("-q", "--query"), "what to look for", 6, "all"),
        Option(("add",), "Add a line", 7, is_command=True),
    ]


def test_tags_of_kong_and_go_arg_are_options_named_after_their_fields() -> None:
    code = """package mill

type Options struct {
	Run       run    `cmd:"" help:"Grind."`
	Stones    []int  `arg:"" optional:"" help:"Stones to turn."`
	MaxHeight int    `help:"How high." short:"m" default:"3" env:"MILL_MAX_HEIGHT"`
	Colour    string `name:"color" help:"Paint."`
	Listen    string `arg:"-l,--listen" help:"Where." default:"> "`
	Other     string `json:"other"`
}
"""
    assert options("options.go", "go", code) == [
        Option(("run",), "Grind.", 4, is_command=True),
        Option(("<stones>",), "Stones to turn.", 5),
        Option(("-m", "--max-height"), "How high.", 6, "3", variables=("MILL_MAX_HEIGHT",)),
        Option(("--color",), "Paint.", 7),
        Option(("-l", "--listen"), "Where.", 8, "> "),
    ]


def test_a_switch_of_java_over_what_was_given() -> None:
    code = """class Parser {
  void parse(String flag) {
    switch (flag) {
      case "-i", "--replace" -> replace();
      case "--length" -> length();
      case "-" -> input();
      default -> fail();
    }
    switch (flag) { case "-a": a(); case "b": b(); }
  }
}
"""
    assert options("Parser.java", "java", code) == [
        Option(("-i", "--replace"), "", 4),
        Option(("--length",), "", 5),
    ]


OPTION_LIST = """
const cliOptions = [
  { long: 'cache', short: 'c', description: 'Cache versions', default: true },
  { long: 'port', arg: 'n', description: `Where to listen` },
  { long: 'quiet', description: 'Say nothing' },
]
"""


def test_a_default_in_an_object_is_its_value_and_quotation_marks_in_a_text_stay() -> None:
    code = """import { cac } from 'cac';
cli.option('--format <format>', 'Bundle format, "cjs" or "esm"', { default: 'cjs' });
"""
    assert options("cli.ts", "typescript", code) == [
        Option(("--format",), 'Bundle format, "cjs" or "esm"', 2, "cjs", "<format>")
    ]


def test_options_that_an_array_lists_as_flags_may_be_negative() -> None:
    code = OPTION_LIST.replace("long:", "flag:").replace("'quiet',", "'quiet', negative: true,")
    assert options("a.ts", "typescript", code.replace("arg:", "positional:")) == [
        Option(("-c", "--cache"), "Cache versions", 3, "true"),
        Option(("--port",), "Where to listen", 4, metavar="n"),
        Option(("--no-quiet",), "Say nothing", 5),
    ]


def test_options_that_an_array_lists() -> None:
    assert options("a.ts", "typescript", OPTION_LIST) == [
        Option(("-c", "--cache"), "Cache versions", 3, "true"),
        Option(("--port",), "Where to listen", 4, metavar="n"),
        Option(("--quiet",), "Say nothing", 5),
    ]


@pytest.mark.parametrize(
    "changed",
    [("cliOptions", "words"), ("long: 'quiet', ", ""), ("description: 'Say nothing'", "x: 1")],
)
def test_other_arrays_list_no_options(changed: tuple[str, str]) -> None:
    assert options("a.ts", "typescript", OPTION_LIST.replace(*changed)) == []


def test_options_that_tornado_and_absl_define_by_name() -> None:
    log = """def add(options=None):
    if options is None:
        import tornado.options

        options = tornado.options.options
    options.define("log_file", default="tide.log", help="where " "to log")
    options.define("level", int, other=1)
"""
    assert options("log.py", "python", log) == [
        Option(("--log_file",), "where to log", 6, '"tide.log"')
    ]
    flags = """from absl import flags

flags.DEFINE_integer("port", 80, "where to listen")
flags.DEFINE_enum("mode", None, ["a", "b"], help="what to do")
flags.DEFINE_enum("kind", "a", ["a", "b"], "of which kind")
"""
    assert options("serve.py", "python", flags) == [
        Option(("--port",), "where to listen", 3, "80"),
        Option(("--mode",), "what to do", 4, "None"),
        Option(("--kind",), "of which kind", 5, '"a"'),
    ]


def test_what_merely_has_a_method_define_declares_no_option() -> None:
    assert options("word.py", "python", 'dictionary.define("tide", default="rise")\n') == []


CITTY = """
import { defineCommand } from "citty";
export default defineCommand({
  meta: { name: "grind", description: "Grind grain" },
  args: {
    mill: { type: "positional", description: "Where to grind" },
    speed: { type: "string", alias: "s", description: ["Turns", "a minute"].join(" "), default: 3 },
  },
});
"""


def test_options_that_an_object_declares() -> None:
    assert options("cli.ts", "typescript", CITTY) == [
        Option(("<mill>",), "Where to grind", 6, command="grind"),
        Option(("-s", "--speed"), "Turns a minute", 7, "3", command="grind"),
    ]
    flags = CITTY.replace("citty", "meow").replace("args:", "flags:")
    assert len(options("cli.ts", "typescript", flags)) == 2


def test_flags_of_meow_are_as_one_gives_them_with_what_its_help_says() -> None:
    code = """import meow from 'meow';
const cli = meow(`
  Options
    --dry-run          Show what would be ground
    --no-cleanup       Skips the cleaning (default: ${dust})
    --stone <name>, -s  Which stone
`, {
  flags: {
    dryRun: { type: 'boolean', aliases: ['preview'] },
    cleanup: { type: 'boolean' },
    stone: { type: 'string', shortFlag: 's' },
    other: { type: 'string' },
  },
});
"""
    assert options("cli.js", "javascript", code) == [
        Option(("--dry-run", "--preview"), "Show what would be ground", 9),
        Option(("--no-cleanup",), "Skips the cleaning (default: ${dust})", 10),
        Option(("-s", "--stone"), "Which stone", 11),
        Option(("--other",), "", 12),
    ]


@pytest.mark.parametrize("changed", [("citty", "other"), ("type:", "kind:"), ("args:", "words:")])
def test_other_objects_declare_no_options(changed: tuple[str, str]) -> None:
    assert options("cli.ts", "typescript", CITTY.replace(*changed)) == []


def test_a_help_text_is_told_without_escapes() -> None:
    code = """use clap::Arg;
fn f() { Arg::new("a").help("Say \\"no\\",\\n or \\
        nothing"); }
"""
    (found,) = options("main.rs", "rust", code)
    assert found.help == 'Say "no", or nothing'


def test_variants_of_a_program_that_is_an_enumeration_are_its_commands() -> None:
    code = """use clap::Parser;

#[derive(Parser)]
pub enum Cmd {
    /// Adds one
    Add(Add),
}

#[derive(Parser)]
pub struct Add {
    #[clap(long)]
    pub score: u8,
}
"""
    assert options("main.rs", "rust", code) == [
        Option(("add",), "Adds one", 6, is_command=True),
        Option(("--score",), "", 12, command="add"),
    ]


def test_values_of_several_names_of_clap() -> None:
    code = """use clap::{Arg, Command};
fn build() -> Command {
    Command::new("mill").arg(
        Arg::new("scan").long("scan").num_args(3).value_names(["VAR", "MIN", "MAX"]).help("Scan."),
    )
}
"""
    assert Option(("--scan",), "Scan.", 4, "", "VAR MIN MAX") in options("main.rs", "rust", code)


def test_what_embeds_options_of_elsewhere_stands_for_them_and_variables_are_no_defaults() -> None:
    code = """package mill

type Options struct {
	Style style.Styles `embed:"" prefix:"style." help:"Style."`
	Width string       `help:"How wide." default:"${defaultWidth}"`
}
"""
    assert options("options.go", "go", code) == [
        Option(("--style.…",), "", 4, metavar="style.Styles"),
        Option(("--width",), "How wide.", 5),
    ]


def test_options_of_what_is_embedded_begin_with_its_prefixes() -> None:
    code = """package main

type Config struct {
	Border Border `embed:"" prefix:"border."`
	From Place `embed:"" prefix:"from-"`
	To Place `embed:"" prefix:"to-"`
	Timeout int `help:"How long." prefix:"run." name:"limit" default:"10" env:"A,B"`
}

type Border struct {
	X int `help:"Where." short:"x" negatable:"" enum:"1,2"`
	Font Font `embed:"" prefix:"font."`
}

type Font struct {
	Size int `help:"How large."`
}

type Place struct {
	Path string `help:"Which."`
}
"""
    assert options("config.go", "go", code) == [
        Option(("--run.limit",), "How long.", 7, "10", variables=("A", "B")),
        Option(("-x", "--border.x", "--no-border.x"), "Where.", 11, values=("1", "2")),
        Option(("--border.font.size",), "How large.", 16),
        Option(("--from-path",), "Which.", 20),
        Option(("--to-path",), "Which.", 20),
    ]


def test_a_meaning_does_not_end_where_a_call_goes_on() -> None:
    code = """package main

import "flag"

func init() {
	flag.String("output", "", "output fields: "+strings.Join(names(), ", "))
}
"""
    assert options("main.go", "go", code) == [Option(("--output",), "output fields", 6)]


def test_values_of_commander_yargs_and_citty() -> None:
    code = """\
import { Command, Option } from "commander";
import yargs from "yargs";

const FORMS = ["json", "text"] as const;
const serve = program.command("serve");
serve.addOption(
  new Option("-c, --color <when>", "when to colour").choices(["auto", "never"]).default("auto"),
);
program.addOption(new Option("--form <form>", "what to write").choices(FORMS).env("MILL_FORM"));
program.addOption(new Option("--level <level>", "how much").choices(LEVELS));
yargs.option("size", { describe: "how big", choices: ["small", "big"], default: "big" });
new Image("-c, --color", "no option").choices(["a"]);
"""
    assert options("main.ts", "typescript", code) == [
        Option(("serve",), "", 5, is_command=True),
        Option(
            ("-c", "--color"),
            "when to colour",
            7,
            '"auto"',
            "<when>",
            command="serve",
            values=("auto", "never"),
        ),
        Option(
            ("--form",),
            "what to write",
            9,
            metavar="<form>",
            variables=("MILL_FORM",),
            values=("json", "text"),
        ),
        Option(("--level",), "how much", 10, metavar="<level>", value_type="LEVELS"),
        Option(("--size",), "how big", 11, '"big"', values=("small", "big")),
    ]
    citty = """\
import { defineCommand } from "citty";
export default defineCommand({
  args: { form: { type: "enum", options: ["json", "text"], default: "json" } },
});
"""
    assert options("main.ts", "typescript", citty)[0].values == ("json", "text")


def test_values_and_help_of_structopt() -> None:
    code = """\
use structopt::StructOpt;

#[derive(StructOpt)]
struct Options {
    #[structopt(
        long = "color",
        default_value = UseColor::Auto.into(),
        possible_values = UseColor::VARIANTS,
        help = "Print in colour. \\
                Or not.

Examples:

    --color auto"
    )]
    color: UseColor,
    #[structopt(long = "form", possible_values = &["json", "text"], help = "Say\\n\\nmore")]
    form: String,
}
"""
    color, form = options("main.rs", "rust", code)
    assert (color.help, color.default) == ("Print in colour. Or not.", "UseColor::Auto")
    assert (color.values, color.value_type) == ((), "UseColor")
    assert (form.help, form.values) == ("Say", ("json", "text"))


def test_arguments_that_cobra_takes() -> None:
    code = """package main

import "github.com/spf13/cobra"

var shell = &cobra.Command{
	Use:       "completion",
	ValidArgs: []string{"bash\\tfor bash", "zsh"},
}
"""
    assert options("main.go", "go", code)[0].values == ("bash", "zsh")


def test_single_options_and_modules_of_commands_of_yargs() -> None:
    code = """\
const Yargs = require("yargs/yargs");
Yargs([]).options("all", { alias: "a", default: false, describe: "take all" })
  .option("one", {});
"""
    assert options("args.js", "javascript", code) == [
        Option(("--all", "-a"), "take all", 2, "false"),
        Option(("--one",), "", 3),
    ]
    module = "exports.command = 'report [dir]'\nexports.describe = 'tell it'\n"
    assert options("report.js", "javascript", module) == [
        Option(("report [dir]",), "tell it", 1, is_command=True)
    ]
    assert options("report.js", "javascript", "exports.command = 'report'\n") == []


def test_values_of_go_flags_and_flags_that_a_variable_holds() -> None:
    code = """package main

import "github.com/spf13/cobra"

type Options struct {
	Form string `long:"form" description:"What to write" choice:"json" choice:"text" env:"FORM"`
}

func serve() {
	command := &cobra.Command{Use: "serve"}
	flags := command.Flags()
	flags.Int("port", 80, "where to listen")
}
"""
    assert options("main.go", "go", code) == [
        Option(("--form",), "What to write", 6, variables=("FORM",), values=("json", "text")),
        Option(("serve",), "", 10, is_command=True),
        Option(("--port",), "where to listen", 12, "80", command="serve"),
    ]


def test_values_may_be_numbers_and_what_reads_a_value_is_no_default() -> None:
    python = """\
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--level", choices=range(1, 4))
parser.add_argument("--port", choices=[80, 443])
"""
    found = options("cli.py", "python", python)
    assert [each.values for each in found] == [("1", "2", "3"), ("80", "443")]
    script = """\
import { program } from "commander";
program.option("-d, --depth <n>", "how deep", parseInt, 3);
program.option("-f <n>", "far", parseInt);
"""
    assert [each.default for each in options("cli.js", "javascript", script)] == ["3", ""]


def test_parameters_of_typer_are_options_with_the_values_of_their_enumeration() -> None:
    code = """\
from enum import Enum
from typing import Annotated, Optional
import typer

class Kind(str, Enum):
    fine = "fine"
    coarse = "coarse-grained"

app = typer.Typer()

@app.command()
def grind(
    source: str,
    kind: Kind = Kind.fine,
    twice: bool = False,
    other: Annotated[Optional[Kind], typer.Option(help="Another")] = None,
    context: typer.Context = None,
): ...

def helper(count: int = 3): ...
"""
    assert [
        (each.flags, each.default, each.values) for each in options("a.py", "python", code)
    ] == [
        (("source",), "", ()),
        (("--kind",), "Kind.fine", ("fine", "coarse-grained")),
        (("--twice", "--no-twice"), "False", ()),
        (("--other",), "None", ("fine", "coarse-grained")),
    ]


def test_options_of_a_program_that_a_function_is_handed() -> None:
    code = """\
/** @param {import('commander').Command} program */
export default function make(program) {
  program.argument("[INPUT...]", "what to read").option("-o, --output <PATH>", "where to write");
}
"""
    found = options("make.js", "javascript", code)
    assert sorted(each.flags for each in found) == [("-o", "--output"), ("[INPUT...]",)]
    assert options("make.js", "javascript", code.replace("commander", "other")) == []


def test_applications_of_plumbum() -> None:
    code = """\
from plumbum import cli

class MillApp(cli.Application):
    DESCRIPTION = "Grinds."

class _Sub(cli.Application):
    quiet = cli.Flag(["q", "--quiet"], help="Say " "nothing")

@MillApp.subcommand("grind")
class Grind(_Sub):
    DESCRIPTION = "Grind it."
    stone = cli.SwitchAttr("--stone", cli.Set("granite", "basalt"), default="granite", help="Which")

    @cli.switch(["-d", "--data"], str, "NAME=VALUE", help="Data")
    def data(self, value): ...

class Other:
    flag = cli.Flag("none")
"""
    assert options("cli.py", "python", code) == [
        Option(("-q", "--quiet"), "Say nothing", 7, command="grind"),
        Option(("grind",), "Grind it.", 10, is_command=True),
        Option(
            ("--stone",),
            "Which",
            12,
            '"granite"',
            command="grind",
            values=("granite", "basalt"),
        ),
        Option(("-d", "--data"), "Data", 15, metavar="NAME=VALUE", command="grind"),
    ]


def test_an_option_of_clap_that_is_given_without_a_value_has_one() -> None:
    code = """\
use clap::Parser;
#[derive(Parser)]
struct Cli {
    /// Bumps the version
    #[arg(long, num_args = 0..=1, default_missing_value = "auto")]
    bump: Option<String>,
    /// Writes
    #[arg(long, default_missing_value = OUTPUT)]
    output: Option<String>,
}
"""
    assert [each.help for each in options("main.rs", "rust", code)] == [
        "Bumps the version. Defaults to auto when given without a value.",
        "Writes",
    ]
