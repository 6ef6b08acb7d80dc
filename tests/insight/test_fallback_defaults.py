"""Defaults that Rust code falls back on where an option or a field has no value."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration

MILL = {
    "src/cli.rs": """
        use clap::{Parser, ValueEnum};

        #[derive(Parser)]
        pub struct Cli {
            /// How many sacks to grind.
            #[clap(long)]
            pub most_sacks: Option<usize>,
            /// How coarse.
            ///
            /// The default value is "fine". See the manual.
            #[clap(long)]
            pub grain: Option<Grain>,
            /// What to do with the bran.
            #[clap(
                long,
                long_help = "What to do with the bran. One of:

            keep   (default) Keep it
            burn   Burn it

        Defaults to burning if nobody wants it."
            )]
            pub bran: Option<Bran>,
            /// Whether the wheel turns.
            #[clap(long)]
            pub wheel: Option<bool>,
            /// The hue.
            #[clap(long, default_value_t = Hue::DarkRed)]
            pub hue: Hue,
            /// Which stone, told by the mill itself.
            #[clap(long)]
            pub stone: Option<u8>,
            /// Who grinds, as others are called.
            #[clap(long)]
            pub miller: Option<String>,
            /// Whether the bell rings.
            #[clap(long)]
            pub bell: Option<bool>,
            /// How loud.
            #[clap(long)]
            pub noise: Option<u8>,
        }

        #[derive(Default, ValueEnum)]
        pub enum Grain { #[default] Coarse, Fine }

        #[derive(ValueEnum)]
        pub enum Hue { DarkRed, Blue }

        pub struct GrindOptions {
            pub stone_weight: Option<usize>,
            pub stones: Option<usize>,
        }
        """,
    "src/main.rs": """
        fn main() {
            let args = Cli::parse();
            let most = args.most_sacks.unwrap_or(10);
            again(args.most_sacks.unwrap_or(10));
            let grain = args.grain.unwrap_or_default();
            let wheel = args.wheel.unwrap_or(!args.still);
            let noise = args.noise.unwrap_or(3).max(other.unwrap_or(4));
            let noise = args.noise.unwrap_or_else(|| loud());
            let weight = grind_options.stone_weight.unwrap_or(4);
            let stones = stones.unwrap_or(7);
            let bell = args.bell.unwrap_or("loud");
        }

        impl Run for Cli {
            fn run(&self) { grind(self.stone.unwrap_or(2)); }
        }

        impl<'a> Other<'a> {
            fn name(&self) -> &str { self.miller.as_deref().unwrap_or("nobody") }
        }
        """,
}


def test_options_without_a_default_have_what_code_falls_back_on() -> None:
    repository = link_files(MILL).repository
    told = configuration(repository)
    assert {option.flags[0]: option.default for _, option in told.options} == {
        "--most-sacks": "10",
        "--grain": "coarse",
        "--bran": "",
        "--wheel": "",
        "--hue": "dark-red",
        "--stone": "2",
        "--miller": "",
        "--bell": "",
        "--noise": "",
    }


def test_longer_help_says_what_an_option_is_by_default() -> None:
    repository = link_files(MILL).repository
    helps = {each.flags[0]: each.help for each in repository.files["src/cli.rs"].outline.options}
    assert helps["--grain"] == 'How coarse. The default value is "fine".'
    assert helps["--bran"] == ("What to do with the bran. Defaults to burning if nobody wants it.")


def test_fields_of_settings_have_what_code_falls_back_on() -> None:
    repository = link_files(MILL).repository
    told = configuration(repository)
    assert {
        repository.symbol(ref).name.rpartition(".")[2].rpartition("::")[2]: (each.value, each.line)
        for ref, each in told.field_defaults.items()
    } == {"stone_weight": ("4", 9)}


def test_settings_of_go_have_what_replaces_their_zero_value() -> None:
    code = """package mill

const defaultSack = "linen.sack"

type Config struct {
	Sack string `help:"Where to."`
	Wheels int `help:"How many."`
	Width int `help:"How wide."`
	Stones int
}

type Border struct {
	Width int `help:"How wide."`
}

func (c *Config) complete() {
	if c.Stones <= 0 {
		c.Stones = 2
	}
	if c.Sieve == nil {
		c.Sieve = make(map[string]int)
	}
}

func main() {
	if config.Sack == "" {
		config.Sack = defaultSack
	}
	if config.Wheels == 0 {
		config.Wheels = 3
	}
	if config.Width == 0 {
		config.Width = 80
	}
	if quiet {
		if config.Wheels == 0 {
			config.Wheels = 5
		}
	}
	if other.Wheels == 0 {
		other.Wheels = 4
	}
}
"""
    repository = link_files({"go.mod": "module mill\n", "mill.go": code}).repository
    found = configuration(repository)
    assert [(option.flags[0], option.default) for _, option in found.options] == [
        ("--sack", '"linen.sack"'),
        ("--wheels", "3"),
        ("--width", ""),
        ("--width", ""),
    ]
    stones = next(
        ref for ref in found.field_defaults if repository.symbol(ref).bare_name.endswith("Stones")
    )
    assert (found.field_defaults[stones].value, found.field_defaults[stones].line) == ("2", 18)
