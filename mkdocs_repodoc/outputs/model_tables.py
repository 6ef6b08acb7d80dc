"""The tables of the model in SQLite: one statement each, with comments that `.schema` shows.

A symbol is identified by its file and its position among the file's symbols, from 0; -1 is the file
itself. Lines count from 1, columns from 0 in bytes of UTF-8. `number` is the order in a list.
"""

from __future__ import annotations

TABLES = {
    "repository": """\
CREATE TABLE repository (  -- one row: what the other tables are about
  format INTEGER NOT NULL,  -- version, raised when something is removed or means something else
  generator TEXT NOT NULL,  -- name and version of the program
  name TEXT NOT NULL,
  version TEXT NOT NULL,  -- of the project; empty if unknown
  "commit" TEXT NOT NULL,  -- hash of the commit that was checked out; empty outside git
  files INTEGER NOT NULL,
  symbols INTEGER NOT NULL
)""",
    "file": """\
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,  -- relative to the documented folder
  kind TEXT NOT NULL,  -- text, binary, image, symlink, submodule, lfs
  language TEXT NOT NULL,
  role TEXT NOT NULL,  -- module, test, documentation, configuration, …
  origin TEXT NOT NULL,  -- generated, vendored, lock file; empty if somebody wrote it
  module TEXT NOT NULL,  -- dotted name of the module that it is
  size INTEGER NOT NULL,  -- in bytes
  lines INTEGER NOT NULL,
  digest TEXT NOT NULL,  -- SHA-256 of the content, hexadecimal
  summary TEXT NOT NULL,
  page TEXT NOT NULL  -- address of its page, relative to the site's top
)""",
    "symbol": """\
CREATE TABLE symbol (  -- a named thing that a file defines
  file INTEGER NOT NULL REFERENCES file (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,  -- dotted path within the file
  kind TEXT NOT NULL,
  line INTEGER NOT NULL,  -- first line of the definition, decorators included
  end_line INTEGER NOT NULL,
  name_line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,  -- where the name starts on that line; -1 if it is not written
  signature TEXT NOT NULL,  -- without the name
  summary TEXT NOT NULL,
  public INTEGER NOT NULL,  -- 1 if the conventions of the language make it public
  overrides_file INTEGER REFERENCES file (id),  -- member of the nearest base that it overrides
  overrides_position INTEGER,
  anchor TEXT NOT NULL,  -- HTML id of its section on the file's page
  uses INTEGER NOT NULL,  -- how many other files use it
  PRIMARY KEY (file, position)
) WITHOUT ROWID""",
    "symbol_text": """\
CREATE TABLE symbol_text (  -- parts of a symbol as written
  file INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,  -- label (async, property, …), decorator, base
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (file, position, kind, number)
) WITHOUT ROWID""",
    "base": """\
CREATE TABLE base (  -- base classes that the repository defines
  file INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  base_file INTEGER NOT NULL REFERENCES file (id),
  base_position INTEGER NOT NULL,
  PRIMARY KEY (file, position, number)
) WITHOUT ROWID""",
    "import": """\
CREATE TABLE import (  -- one name that a file takes from elsewhere
  file INTEGER NOT NULL REFERENCES file (id),
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  module TEXT NOT NULL,  -- as written
  name TEXT NOT NULL,  -- empty for the module itself
  origin TEXT NOT NULL,  -- repository, third party, standard library, unknown
  leads_to TEXT NOT NULL,  -- path of the file or folder, or the distribution
  symbol_file INTEGER REFERENCES file (id),  -- definition of the name, re-exports followed
  symbol_position INTEGER,
  types_only INTEGER NOT NULL,  -- 1 if it is there for type checkers alone
  PRIMARY KEY (file, number)
) WITHOUT ROWID""",
    "reference": """\
CREATE TABLE reference (  -- an identifier and the symbol that it means
  file INTEGER NOT NULL REFERENCES file (id),
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  end_column INTEGER NOT NULL,
  kind TEXT NOT NULL,  -- call, name, annotation, base, raise, import, definition, …
  target_file INTEGER NOT NULL REFERENCES file (id),
  target_position INTEGER NOT NULL,
  grade TEXT NOT NULL,  -- exact, or inferred where a type had to be worked out
  PRIMARY KEY (file, number)
) WITHOUT ROWID""",
    "test": """\
CREATE TABLE test (  -- tests that exercise a file, the closest first
  file INTEGER NOT NULL REFERENCES file (id),
  number INTEGER NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (file, number)
) WITHOUT ROWID""",
    "finding": """\
CREATE TABLE finding (  -- what a rule has found in a file
  file INTEGER NOT NULL REFERENCES file (id),
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  end_line INTEGER NOT NULL,
  area TEXT NOT NULL,
  rule TEXT NOT NULL,
  message TEXT NOT NULL,
  symbol TEXT NOT NULL,  -- name of the symbol around it
  url TEXT NOT NULL,  -- explanation of the rule
  PRIMARY KEY (file, number)
) WITHOUT ROWID""",
    "fact": """\
CREATE TABLE fact (  -- what a file states in the eyes of an extension
  file INTEGER NOT NULL REFERENCES file (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  line INTEGER NOT NULL,  -- 0 where none states it alone
  PRIMARY KEY (file, number)
) WITHOUT ROWID""",
    "cycle_step": """\
CREATE TABLE cycle_step (  -- files that import each other in a ring; the last one imports the first
  cycle INTEGER NOT NULL,
  number INTEGER NOT NULL,
  path TEXT NOT NULL,
  line INTEGER NOT NULL,  -- on which it imports the next one
  PRIMARY KEY (cycle, number)
) WITHOUT ROWID""",
    "flow": """\
CREATE TABLE flow (  -- from where the software is entered, call by call
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,  -- command, program, script, application, example, public, …
  name TEXT NOT NULL
)""",
    "flow_step": """\
CREATE TABLE flow_step (
  flow INTEGER NOT NULL REFERENCES flow (id),
  number INTEGER NOT NULL,
  file INTEGER NOT NULL REFERENCES file (id),
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,  -- of the step before, which calls it; 0 for the first
  called INTEGER NOT NULL,  -- 0 if it is handed on there, to be called later
  PRIMARY KEY (flow, number)
) WITHOUT ROWID""",
}
"""Name → statement that makes the table."""

INDEXES = (
    "CREATE INDEX symbol_by_name ON symbol (name)",
    "CREATE INDEX reference_by_target ON reference (target_file, target_position)",
)
