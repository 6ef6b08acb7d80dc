"""Conventions of libraries of Rust: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "clap",
        rb"\b(?:clap|structopt)\b",
        rb"#\[(?:arg|clap|structopt)(?=\()(?:[^\]\"]|\"(?:[^\"\\]|\\.)*\")*?[(,]\s*env\s*[=,)]"
        rb"|\.env\(\s*\"\w+\"",
        "an option on the command line wins, then its environment variable, then its default",
        "https://docs.rs/clap/latest/clap/struct.Arg.html#method.env",
    ),
    settings_convention(
        "Figment",
        rb"\bfigment\b",
        rb"\.(?:merge|join|admerge|adjoin)\(\s*(?=\w)",
        "`merge` replaces what was there before, `join` keeps it",
        "https://docs.rs/figment/latest/figment/struct.Figment.html#conflict-resolution",
    ),
    settings_convention(
        "config",
        rb"\bconfig::",
        rb"\.(?:add_source|set_default|set_override)\(",
        "a later source replaces an earlier one; `set_default` is below all of them and"
        " `set_override` above",
        "https://docs.rs/config/latest/config/builder/struct.ConfigBuilder.html",
    ),
    settings_convention(
        "dotenvy",
        rb"\bdotenvy?\b",
        rb"\bdotenvy?::(?:dotenv|from_(?!\w*iter\b)\w+)\(|\bdotenv\(\)",
        "a variable that is set already keeps its value, unless the function ends in `override`",
        "https://docs.rs/dotenvy/latest/dotenvy/",
    ),
    error_convention(
        "clap",
        rb"\b(?:clap|structopt)\b",
        rb"\b\w+::(?:parse|from_args)\(\)|\b\w+::parse_from\(|\.get_matches(?:_from)?\("
        rb"|\b\w+\.error\((?=\s*(?:clap::)?(?:error::)?ErrorKind)"
        rb"|\bvalue_parser\s*=\s*\w+(?:::\w+)+|\bclap::Error::(?:raw|new)\(",
        "wrong arguments are told on the standard error and end the program with status 2, errors"
        " of a `value_parser` included; help and version end it with 0",
        "https://docs.rs/clap/latest/clap/error/struct.Error.html#method.exit",
    ),
    error_convention(
        "Rust",
        rb"\bfn main\b",
        rb"\bfn main\(\)\s*->\s*(?:\w+::)*Result\b",
        "an error that `main` returns is printed in its `Debug` form on the standard error, and the"
        " exit status is 1",
        "https://doc.rust-lang.org/std/process/trait.Termination.html",
    ),
    error_convention(
        "SIGPIPE",
        rb"\bSIGPIPE\b|\bsigpipe::reset\b",
        rb"\b(?:\w+::)*signal\(\s*(?:\w+::)*SIGPIPE\s*,\s*(?:\w+::)*(?:SIG_DFL|SigDfl)\b"
        rb"|\bsigpipe::reset\(",
        "with its default action this signal ends the program at once, without a message, when the"
        " program writes to a pipe that nobody reads any more",
        "https://man7.org/linux/man-pages/man7/signal.7.html",
    ),
)
