"""Keywords that many languages have taken from each other."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import words

C_KEYWORDS = words("""
    auto bool break case catch char class const constexpr continue default define delete double
    else endif enum explicit extern final float for friend goto ifdef ifndef include inline int
    long mutable namespace noexcept nullptr operator override pragma private protected public
    register return short signed sizeof size_t static std string struct switch template this throw
    try typedef typename uint undef union unsigned using virtual void volatile wchar while
    """)
"""Of languages with types and braces."""
SCRIPT_KEYWORDS = words("""
    abstract arguments async await boolean break case catch class const continue debugger default
    delete else enum export extends finally for function if implements import instanceof
    interface let module new null number object package private protected public readonly require
    return static string super switch this throw try type typeof undefined var void while yield
    """)
"""Of scripts with braces, most of them also of languages with classes and types."""
SHELL_KEYWORDS = words(
    "bin case echo elif else env esac eval exec exit export fi function local read return set "
    "shift source then unset usr"
)
"""Of shells, and of what holds lines for a shell."""
MARKUP_KEYWORDS = words("body class div head href img link meta script span src style")
