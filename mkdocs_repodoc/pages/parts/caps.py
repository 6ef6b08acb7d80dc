"""Limits of what a page shows of long lists.

Each number counts entries of a list, links of an enumeration or rows of a table. What a page leaves
out it counts (`and 3 more files`, see `formatting.capped`); what is merely `…_UNFOLDED` limits how
much is open before a reader asks for the rest, which stays on the page.
"""

from __future__ import annotations

# Who uses a symbol
USE_FILES_IN_FACTS = 8
"""More files than that are listed below the facts, folded."""
USE_FILES_IN_LIST = 60
USE_FILES_UNFOLDED = 3
USE_FILES_IN_CELL = 3
"""Files in the narrow cell of a table of small symbols."""
USE_SCOPES_PER_FILE = 3
"""Functions and methods named for a file that uses the symbol."""
USE_LINES_PER_SCOPE = 4
USE_FOLDERS = 6
"""Folders named for the files that are not."""
TEST_CASES_PER_FILE = 4
COVERAGE_FILES = 4
COVERAGE_CASES_PER_FILE = 4

# A symbol's other facts
RELATIVES = 8
"""Subclasses, and methods that override one."""
OWN_CALLS = 2
"""Calls in the symbol's own file, shown where no other file calls it."""
RAISING_LINES = 4
"""Lines that raise an exception, for each exception."""

# A file's page
OUTLINE_NAMES = 60
"""Names in a list of an outline: attributes, private or inherited members."""
UNDOCUMENTED = 8
"""Names without a docstring; more are only counted."""
FILE_NEIGHBOUR_FOLDERS = 6
"""Folders of the files that import the file, or that it imports."""
FILE_CYCLES = 5
FILE_CYCLES_UNFOLDED = 8
IMPORTERS = 200
IMPORTERS_UNFOLDED = 12
IMPORT_LINES = 4
"""Lines of one import, or of all imports by one file."""
RELATIONS = 200
RELATIONS_UNFOLDED = 12
FINDING_ROWS_PER_RULE = 8
FINDING_LINES = 12
FILE_TESTS = 25
"""Tests of a file, or files that a test exercises."""
FILE_TESTS_UNFOLDED = 8
TESTED_NAMES = 6
CASE_NAMES = 4
"""Names that a test case uses."""
TEST_CASES_UNFOLDED = 30
USAGES = 5
RELATED_FILES = 12

# Keyword pages
CONCEPT_LINES = 12
SECTION_KEYWORDS = 10
"""Keywords named for each section of the file's page."""

# Folders and the repository
DESCRIBED_NAMES = 4
"""Names that stand for a file that says nothing of itself."""
FOLDER_LANGUAGES = 3
FOLDER_API = 60
FOLDER_TESTS = 20
FOLDER_KEY_FILES = 12
SUBFOLDERS_UNFOLDED = 15
FOLDER_CYCLES_UNFOLDED = 10
FOLDER_PACKAGES = 40
"""Packages from outside the repository."""
CYCLES = 10
CYCLES_UNFOLDED = 5
CYCLE_STEPS = 12
"""Files of one import cycle."""
COMMANDS = 30
CHECKS = 12
"""Commands that only the continuous integration shows."""
DEPENDENCIES = 30
RUNNABLE_FILES_UNFOLDED = 20
"""Three times as many are on the page."""
CHANGED_LAST = 10
PROBLEMS = 50
PROBLEMS_UNFOLDED = 10

# The book
BOOK_FOLDERS = 60
BOOK_KEY_FILES = 10
COMPONENT_CYCLES = 5
CYCLE_IMPORTS = 3
"""Imports that close one cycle between components."""
SMALL_COMPONENTS = 30
COMPONENT_KEY_FILES = 5
COMPONENT_SYMBOLS = 10
COMPONENT_NEIGHBOURS = 12
BOOK_RULES = 40
BOOK_FINDING_FILES = 6
BOOK_TEST_FOLDERS = 40
BOOK_TESTED_FILES = 20
BOOK_UNTESTED = 60
BOOK_UNTESTED_UNFOLDED = 15
GLOSSARY_TERMS = 80
GLOSSARY_FILES = 3
BOOK_FILES = 400
"""Up to so many files are listed one by one; beyond that, folders are."""
BOOK_REFERENCE_FOLDERS = 200
