"""Conventions of libraries of JavaScript: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.javascript.library_names import YARGS
from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

_OPTIONS = rb"[\w.]*(?i:default|option|config|setting)\w*"
_SOURCE = rb"[^(){}]*\b[\w.]*(?i:default|user|cli|argv|env|file|local|global|preset)\w*"
"""Arguments of which one is named after where its settings come from.

What is laid over options that are complete already decides nothing between their sources.
"""

CONVENTIONS = (
    settings_convention(
        "Object spread",
        rb"\{\s*\.\.\.",
        rb"\{\s*\.\.\.(?=" + _SOURCE + rb")" + _OPTIONS + rb"(?=[^{}]*\.\.\.[\w.]+)",
        "of a property that several have, the one written last wins",
        "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/Spread_syntax",
    ),
    settings_convention(
        "Object.assign",
        rb"\bObject\.assign\(",
        rb"\bObject\.assign\((?=\s*(?:\{\s*\}\s*,)?" + _SOURCE + rb")"
        rb"(?=[^()]*" + _OPTIONS + rb"[^()]*,)",
        "of a property that several have, the one of the last argument wins",
        "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Object/assign",
    ),
    settings_convention(
        "defu",
        rb"['\"]defu['\"]",
        rb"\b(?:defu|defuFn|defuArrayFn)\(",
        "of a property that several have, the one of the first argument wins",
        "https://github.com/unjs/defu",
    ),
    settings_convention(
        "dotenv",
        rb"['\"]dotenv(?:/config)?['\"]",
        rb"\bdotenv\w*\.(?:config|populate)\(|\bimport ['\"]dotenv/config['\"]",
        "a variable that is set already keeps its value, unless `override` is set",
        "https://github.com/motdotla/dotenv#options",
    ),
    settings_convention(
        "c12",
        rb"['\"]c12['\"]",
        rb"\b(?:loadConfig|watchConfig)(?:<[^>]*>)?\(",
        "overrides win, then the settings file, the file of its name that ends in rc,"
        " `package.json` and the defaults",
        "https://github.com/unjs/c12",
    ),
    settings_convention(
        "cosmiconfig",
        rb"['\"](?:cosmiconfig|lilconfig)['\"]",
        rb"\b(?:cosmiconfig|cosmiconfigSync|lilconfig|lilconfigSync)\(",
        "the first of the searched places that has settings wins, and no other is read",
        "https://github.com/cosmiconfig/cosmiconfig",
    ),
    settings_convention(
        "yargs",
        YARGS,
        rb"\.(?:env|config|pkgConf)\((?=\s*(?:['\"{]|true|\)))",
        "the command line wins, then environment variables, settings files and defaults",
        "https://yargs.js.org/docs/#api-reference-envprefix",
    ),
    settings_convention(
        "commander",
        rb"['\"]commander['\"]",
        rb"\.env\(\s*['\"]\w+['\"]",
        "an option on the command line wins, then its environment variable, then its default",
        "https://www.npmjs.com/package/commander",
    ),
    error_convention(
        "yargs",
        YARGS,
        rb"\.(?:fail|exitProcess|strict|demandCommand|demandOption)\(",
        "wrong arguments are told on the standard error with the help, and end the program with"
        " status 1, unless `fail` or `exitProcess` says otherwise",
        "https://yargs.js.org/docs/#api-reference-failfn",
    ),
    error_convention(
        "meow",
        rb"['\"]meow['\"]",
        rb"\ballowUnknownFlags\s*:\s*false",
        "flags that are not declared are an error, which ends the program",
        "https://github.com/sindresorhus/meow#allowunknownflags",
    ),
    error_convention(
        "commander",
        rb"['\"]commander['\"]",
        rb"\b\w+\.(?:parse|parseAsync|exitOverride)\((?=\s*(?:process\.argv)?\s*\))",
        "wrong arguments are told on the standard error and end the program with status 1, unless"
        " `exitOverride` makes them exceptions",
        "https://www.npmjs.com/package/commander",
    ),
    error_convention(
        "Node.js",
        rb"\bprocess\b",
        rb"\bprocess\.on\(\s*['\"](?:uncaughtException|unhandledRejection)['\"]",
        "without such a listener an error that nothing catches is printed on the standard error,"
        " and the exit status is 1",
        "https://nodejs.org/api/process.html#event-uncaughtexception",
    ),
    error_convention(
        "EventEmitter",
        rb"['\"](?:node:)?events['\"]",
        rb"\b\w+(?:\.\w+)*\.emit\(\s*(?:['\"]error['\"]|(?:\w+\.)*(?:\w+_)?ERROR\b)",
        "an `error` event that nobody listens for is thrown, and ends the program unless something"
        " catches it",
        "https://nodejs.org/api/events.html#error-events",
    ),
)
