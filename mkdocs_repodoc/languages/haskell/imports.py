"""Files that `import` names: a module's parts are folders below a source folder."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_SUFFIXES = (".hs", ".lhs", ".hsc", ".chs", ".x", ".y")
"""Of sources, and of those that the preprocessors, Alex and Happy turn into sources."""
_BASE = words("""
    Control.Applicative Control.Arrow Control.Category Control.Concurrent Control.Exception
    Control.Monad Control.Monad.Fail Control.Monad.Fix Control.Monad.IO.Class Control.Monad.ST
    Control.Monad.Zip Data.Bifoldable Data.Bifunctor Data.Bitraversable Data.Bits Data.Bool
    Data.Char Data.Coerce Data.Complex Data.Data Data.Dynamic Data.Either Data.Eq Data.Fixed
    Data.Foldable Data.Foldable1 Data.Function Data.Functor Data.IORef Data.Int Data.Ix Data.Kind
    Data.List Data.Maybe Data.Monoid Data.Ord Data.Proxy Data.Ratio Data.STRef Data.Semigroup
    Data.String Data.Traversable Data.Tuple Data.Type Data.Typeable Data.Unique Data.Version
    Data.Void Data.Word Debug.Trace Foreign GHC Numeric Prelude System.CPUTime System.Environment
    System.Exit System.IO System.Info System.Mem System.Posix.Internals System.Posix.Types
    System.Timeout Text.Printf Text.Read Text.Show Type.Reflection Unsafe.Coerce
    """)
"""Modules of `base`; those below them belong to it too unless they are packages' own."""
_BELOW = words("""
    Control.Concurrent Control.Exception Control.Monad.ST Data.Functor Data.List Data.Type
    Data.STRef Foreign GHC System.IO System.Mem Text.Read Text.Show
    """)


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    named = item.module.replace(".", "/")
    folder = folder_of(path)
    for suffix in _SUFFIXES:
        if found := files.by_ending(named + suffix, folder):
            return inside(found)
    parts = item.module.split(".")
    above = (".".join(parts[:end]) for end in range(1, len(parts)))
    if item.module in _BASE or any(one in _BELOW for one in above):
        return standard(item.module)
    return third_party(".".join(parts[:2]))
