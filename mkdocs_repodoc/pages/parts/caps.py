"""Limits of what a page shows of long lists.

Each number counts entries of a list, links of an enumeration or rows of a table. What a page leaves
out it counts (`and 3 more files`, see `formatting.capped`); what is merely `…_UNFOLDED` limits how
much is open before a reader asks for the rest, which stays on the page.

Lists of the book alone have theirs in `book_caps`, those of settings and failures in
`operation_caps`, single sentences in `sentence_caps`. The lists of users that the pages' scripts
open are cut in `client/reference_lists`, answers to programs in `query/questions`.
"""

from __future__ import annotations

# Who uses a symbol
USE_FILES_IN_FACTS = 4
"""More files than that are listed below the facts, folded."""
USE_FILES_IN_LIST = 60
USE_FILES_IN_LONG_FILE = 6
"""The same on the page of a long file, which has many such lists."""
TEST_FILES_IN_LIST = 15
"""Of files of tests fewer: each is named with some of its cases."""
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

# What a function calls
CALLEES_IN_FACTS = 8
"""More of them are listed below the facts, by file, folded."""
CALLEES_PER_FILE = 40
CALLED_FILES_UNFOLDED = 3

# A symbol's other facts
RELATIVES = 8
"""Subclasses, and methods that override one; more are listed by file, folded."""
RELATIVES_PER_FILE = 40
OWN_CALLS = 2
"""Calls in the symbol's own file, shown where no other file calls it."""
RAISING_LINES = 4
"""Lines that raise an exception, for each exception."""

# A file's page
OUTLINE_NAMES = 60
"""Names in a list of an outline: attributes, private or inherited members."""
OUTLINE_BASES = 30
"""Base classes, near and far, whose members an outline lists for a class."""
EVIDENCE_NAMES = 3
"""Names of each kind by which a type without documentation is described."""
UNDOCUMENTED = 8
"""Names without a docstring; more are only counted."""
FILE_NEIGHBOUR_FOLDERS = 6
"""Folders of the files that import the file, or that it imports."""
FILE_CYCLES = 5
FILE_CYCLES_UNFOLDED = 8
FILE_USERS = 200
FILE_USERS_UNFOLDED = 12
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
RELATED_FILES = 10

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
FOLDER_KEY_FILES_ON_INDEX = 5
FOLDER_NEIGHBOURS = 4
"""Folders named that use a folder, or that it uses."""
SUBFOLDERS_UNFOLDED = 15
FOLDER_CYCLES_UNFOLDED = 10
FOLDER_PACKAGES = 40
"""Packages from outside the repository."""
CYCLES = 10
CYCLES_UNFOLDED = 5
CYCLE_STEPS = 12
"""Files of one import cycle."""
PACKAGES_UNFOLDED = 15
"""Packages of a repository that has several."""
PACKAGE_NEEDS = 6
"""Other packages of the repository that one depends on."""
COMMANDS = 14
TASK_COMMANDS = 3
"""Commands that a task comes to."""
TASK_FILES = 3
"""Files and folders that one command names."""
DEPENDENCIES = 30
RUNNABLE_FILES_UNFOLDED = 20
"""Three times as many are on the page."""
CHANGED_LAST = 10
PROBLEMS = 50
PROBLEMS_UNFOLDED = 10

EVIDENCE_MEMBERS = 4
"""Fields or variants by which a type without words is told."""
EVIDENCE_USERS = 2

# Components
COMPONENT_CYCLES = 5
CYCLE_IMPORTS = 3
"""Imports that close one cycle between components."""
TIES_BACK = 3
"""Ties of components that lead back up, beside those that a picture shows."""
