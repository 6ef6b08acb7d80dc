"""Conventions of libraries of Go: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "Viper",
        rb"github\.com/spf13/viper",
        rb"\b\w+(?:\(\))?\.(?:SetDefault|SetEnvPrefix|AutomaticEnv|BindEnv|BindPFlags?|SetConfigName"
        rb"|SetConfigType|SetConfigFile|AddConfigPath|(?:Safe)?ReadInConfig|MergeInConfig|ReadConfig"
        rb"|SetEnvKeyReplacer|AddRemoteProvider)\(",
        "a value that code sets wins, then the flag, the environment variable, the settings file,"
        " the key/value store and the default",
        "https://github.com/spf13/viper#why-viper",
    ),
    settings_convention(
        "koanf",
        rb"github\.com/knadh/koanf",
        rb"\b\w+\.Load\((?=\w+\.Provider|\w+\.New)",
        "what is loaded later replaces what was loaded before",
        "https://github.com/knadh/koanf",
    ),
    settings_convention(
        "env",
        rb"github\.com/caarlos0/env",
        rb"\benv\.(?:Parse|Must)\w*(?=[\[(])",
        "an environment variable that is set wins, then the tag `envDefault`",
        "https://github.com/caarlos0/env",
    ),
    settings_convention(
        "envconfig",
        rb"github\.com/kelseyhightower/envconfig",
        rb"\benvconfig\.(?:Process|MustProcess)\(",
        "an environment variable that is set wins, then the tag `default`",
        "https://github.com/kelseyhightower/envconfig",
    ),
    settings_convention(
        "GoDotEnv",
        rb"github\.com/joho/godotenv",
        rb"\bgodotenv\.(?:Load|Overload|Read)\(",
        "`Load` keeps variables that are set already, `Overload` replaces them",
        "https://github.com/joho/godotenv",
    ),
    settings_convention(
        "Kong",
        rb"github\.com/alecthomas/kong",
        rb"\bkong\.(?:Configuration|DefaultEnvars|Resolvers|Vars)\b(?=[({])",
        "a flag on the command line wins, then what the last resolver or settings file that knows"
        " it says, the first set variable of the tag `env`, and the tag `default`",
        "https://github.com/alecthomas/kong#supported-tags",
    ),
    settings_convention(
        "urfave/cli",
        rb"github\.com/urfave/cli",
        rb"\b(?:EnvVars?:|Sources:|cli\.EnvVars\(|altsrc\.\w+\()",
        "a flag on the command line wins, then its environment variable, its settings file and its"
        " default",
        "https://cli.urfave.org/v2/examples/flags/#precedence",
    ),
    error_convention(
        "Cobra",
        rb"github\.com/spf13/cobra",
        rb"\b\w+\.Execute(?:C|Context|ContextC)?\(|\bSilence(?:Errors|Usage)\b",
        "`Execute` returns the error of the command that ran; before, it prints `Error:` with the"
        " message, and the usage, unless `SilenceErrors` and `SilenceUsage` are set",
        "https://pkg.go.dev/github.com/spf13/cobra#Command",
    ),
    error_convention(
        "urfave/cli",
        rb"github\.com/urfave/cli",
        rb"\bcli\.Exit\(|\b\w+\.Run(?:Context)?\((?=[^)\n]*os\.Args)",
        "an error of `cli.Exit` is printed and ends the program with its status; other errors are"
        " returned by `Run`",
        "https://cli.urfave.org/v2/examples/exit-codes/",
    ),
    error_convention(
        "Kong",
        rb"github\.com/alecthomas/kong",
        rb"\bkong\.Parse\(|\b\w+\.FatalIfErrorf\(",
        "wrong arguments, and an error given to `FatalIfErrorf`, are printed and end the program"
        " with a status that is not 0",
        "https://pkg.go.dev/github.com/alecthomas/kong#Kong.FatalIfErrorf",
    ),
    error_convention(
        "flag",
        rb"\"flag\"",
        rb"\bflag\.(?:Parse\(|NewFlagSet\((?=[^)\n]*\bExitOnError\b))",
        "wrong flags of `flag.Parse`, and of flag sets with `ExitOnError`, end the program with"
        " status 2 and a request for help with 0",
        "https://pkg.go.dev/flag#ErrorHandling",
    ),
    error_convention(
        "pflag",
        rb"github\.com/(?:spf13|ogier)/pflag",
        rb"\bp?flag\.(?:Parse\(|NewFlagSet\((?=[^)\n]*\bExitOnError\b))",
        "wrong flags of `pflag.Parse`, and of flag sets with `ExitOnError`, end the program with"
        " status 2",
        "https://pkg.go.dev/github.com/spf13/pflag#ErrorHandling",
    ),
    error_convention(
        "log",
        rb"\"log\"",
        rb"\blog\.Fatal(?:f|ln)?\(",
        "`log.Fatal` and its kin print the message and end the program with status 1",
        "https://pkg.go.dev/log#Fatal",
    ),
)
