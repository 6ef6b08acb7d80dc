"""Ruby."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import (
    Colours,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools, plain_wrappers
from mkdocs_repodoc.languages.ruby.tool_files import PROJECT_FILES
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import CommentSyntax

RUBY = Language(
    name="ruby",
    title="Ruby",
    comments=CommentSyntax(("#",), (("=begin", "=end"),)),
    keywords=words("""
        alias begin break case class def defined do else elsif end ensure for if in module next
        nil redo require rescue retry return self super then undef unless until when while yield
        """),
    groups=(
        KeywordGroup("Modules", (Kind.MODULE,)),
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD, Kind.FUNCTION)),
        KeywordGroup("Attributes", (Kind.ATTRIBUTE,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
        KeywordGroup("Variables", (Kind.VARIABLE,)),
        KeywordGroup("Tests", (Kind.TEST,)),
    ),
    imports=ImportWords("Requires", "Required"),
    grammar="tree_sitter_ruby",
    colours=Colours("tree_sitter_ruby"),
    outline=Lazy(f"{__package__}.symbols", "RUBY"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.ruby_names", "RubyNames"),
    frameworks={"minitest": "Minitest", "rspec": "RSpec"},
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    delicate=DelicateCode(
        deletes=words("rm_r rm_rf rmtree rmdir File.delete File.unlink"),
        writes=words("File.write"),
        processes=words("popen"),
    ),
    folder_reads=re.compile(r"\bglob\s*\("),
    own_bases=words("Object"),
    tools=Tools(
        packaging=words("gem"),
        checking=words("bundle rake rspec rubocop"),
        testing=words("rspec"),
        linting=words("rubocop"),
        installing=words("gem bundle"),
        fetching=words("bundle"),
        asking=frozenset({r"bundle (?!exec\b)\w+"}),
        wrapping=plain_wrappers("bundle exec"),
        interpreting=words("ruby"),
    ),
    process_starts=re.compile(r"\b(?:Open3\.\w+|IO\.popen)"),
    reaches_out=re.compile(
        r"\b(?:(?:File|Dir|FileUtils)\.(?!join|expand|basename|dirname|extname|exist|absolute)\w+"
        r"|IO\.\w+|Open3\.\w+|Net::HTTP\.\w+|\$std(?:out|err)\.\w+)\("
        r"|(?<![\w.])(?:puts|print|system|exec|spawn)\("
    ),
    errors=ErrorWords(
        has_named_handlers=True,
        bases={
            "StandardError": "Exception",
            "ScriptError": "Exception",
            "LoadError": "ScriptError",
            "NotImplementedError": "ScriptError",
            "KeyError": "IndexError",
            "StopIteration": "IndexError",
            "FrozenError": "RuntimeError",
            "NoMethodError": "NameError",
            "FloatDomainError": "RangeError",
            "EOFError": "IOError",
            **dict.fromkeys(
                words(
                    "ArgumentError EncodingError IOError IndexError LocalJumpError NameError"
                    " RangeError RegexpError RuntimeError SystemCallError ThreadError TypeError"
                    " ZeroDivisionError"
                ),
                "StandardError",
            ),
        },
    ),
    endings=ProgramEndings(
        functions=("exit", "exit!"),
        aborts=("abort",),
        words={"true": "0", "false": "1"},
        unhandled=("exception", "1"),
    ),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    environment=EnvironmentReads(
        functions=("ENV.fetch", "ENV.key?", "ENV.include?", "ENV.has_key?"),
        defaulting=("ENV.fetch",),
        tables=("ENV",),
        alternatives=("||",),
        gives=(re.compile(rb"\bENV\[['\"](\w+)['\"]\]\s*(?:\|\|)?=(?![=~>])"),),
    ),
    roles=Lazy(f"{__package__}.roles", "judge"),
    project_files=PROJECT_FILES,
    test_names=re.compile(r"test_.*\.rb$"),
)
LANGUAGES = (RUBY,)
