"""Options of a type that other files embed under prefixes."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration

STYLE = """package style

type Styles struct {
	Colour string `help:"Colour." env:"COLOUR"`
	Border string `help:"Border." env:"BORDER"`
}

type Options struct {
	Trim bool `help:"Trim it." env:"MILL_TRIM"`
}
"""
CHOOSE = """package choose

import "mill/style"

type Options struct {
	Limit int `help:"How many."`
	Cursor style.Styles `embed:"" prefix:"cursor." envprefix:"MILL_CURSOR_"`
	Item style.Styles `embed:"" prefix:"item."`
	Other far.Styles `embed:"" prefix:"far."`
}
"""


def test_options_are_told_where_their_type_is_embedded() -> None:
    files = {"go.mod": "module mill\n", "style/options.go": STYLE, "choose/options.go": CHOOSE}
    found = configuration(link_files(files).repository)
    assert [(option.flags, option.help) for _, option in found.options] == [
        (("--limit",), "How many."),
        (("--cursor.…",), "colour, border"),
        (("--item.…",), "colour, border"),
        (("--far.…",), ""),
        (("--trim",), "Trim it."),
    ]
    assert [*found.variables] == ["MILL_TRIM"]
