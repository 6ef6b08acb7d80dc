"""Limits of what the book shows of long lists, as in `caps`."""

from __future__ import annotations

BOOK_ITEMS = 12
"""Entries of a list from which on its end is folded."""
BOOK_ITEMS_UNFOLDED = 8
BOOK_ROWS = 6
"""Rows of a table from which on it is folded."""
RUN_FIRST = 6
"""Functions that run before a program's main function."""
CHAPTER_FILES = 16
CHAPTER_FILES_OF_MANY = 8
"""Likewise where there are many parts."""
SIBLINGS = 24
"""Files of one kind that are told in one line."""
FILES_INSIDE = 2
"""Files of its own part that a file calls, makes or keeps something of."""
BOOK_FILE_USERS = 2
"""Files named that use one which says nothing of itself."""
PART_DESCRIBED = 2
"""Definitions of a part without words of its own that are told by theirs."""
PART_NAMES = 4
PART_USERS = 4
PART_NEEDS = 5
"""Parts for which it is told by what one meets them."""
PART_WIRES = 3
"""Definitions through which one part meets another."""
MANY_PARTS = 8
"""Parts from which on so much is told of each:"""
PART_NEEDS_OF_MANY = 2
PART_WIRES_OF_MANY = 2
TIED = 6
"""Definitions of other parts that a file needs in one way."""
WIRE_USERS = 2
"""Definitions that meet the same one."""
BOOK_ASSEMBLIES = 3
"""Functions, types and files that put others together."""
ASSEMBLY_UNITS = 12
"""Parts, and files of its own part, that one of them joins."""
ASSEMBLY_WIRES = 1
BOOK_INTERFACES = 8
INTERFACE_HEIRS = 6
INTERFACE_HOLDERS = 3
INTERFACE_CALLS = 4
BOOK_EVENTS = 16
EVENT_SPOTS = 3
CHAPTER_NAMES = 4
FURTHER_NEIGHBOURS = 6
"""Neighbours named without what is taken from them."""
CHAPTER_VALUES = 8
"""Names of a file that defines nothing but values."""
CHAPTER_DOCUMENTS = 2
CHAPTER_PACKAGES = 5
CHAPTER_NOTES = 2
"""Notes that the authors have left in a component."""
CHAPTER_CALLED = 20
"""Functions and errors of a component with their callers and tests."""
BOOK_CALLED = 40
"""Likewise of all components together, which share them."""
UNTOLD_CALLED = 5
"""Likewise of the files that belong to none of the components."""
CALLERS = 6
"""Functions that call one."""
CALLER_FILES = 3
"""Files that the rest of them are in."""
CALLERS_ASKED_FOR = 10
"""Likewise of one that the main flows pass, or that is a key abstraction."""
CALLER_LINES = 3
CALLER_LINES_OF_FEW = 12
"""Lines of a caller, of one caller or two."""
DISTANT_CALLERS = 3
"""Functions that come to one through its callers."""
TESTS_OF_ONE = 2
"""Files of test cases that reach a function."""
TESTS_ASKED_FOR = 3
"""Likewise of one that the main flows pass, or that is a key abstraction."""
READ_FILES = 12
"""Files of a folder that the code reads."""
BOOK_OWN_DOCUMENTS = 10
"""Documents for readers that are listed with their topics."""
BOOK_TOPICS = 48
"""Topics of all of them."""
CHAPTER_SECTIONS = 5
"""Sections of documents on a component."""
NAMED_TESTS = 6
"""Test cases that are named after a file."""
NAMED_TEST_FILES = 3
NAMED_CASES = 4
"""Cases of a file of tests that is named after a file of the software."""
TEST_TOPICS = 20
"""Files of tests with their numbers of cases."""
PASSED_OPTIONS = 12
"""Options that tests give the program."""
TEST_VARIABLES = 6
"""Environment variables that tests set."""
TEST_HELPERS = 4
"""Functions and types of tests that many of their files use."""
TYPE_BASES = 4
TYPE_HEIRS = 8
TYPE_USERS = 3
"""Functions named that make a value of a type, return one, or use its members."""
TYPE_VARIANTS = 12
TYPE_FIELDS = 8
TYPE_METHODS = 4
OTHER_TYPES = 14
TYPED_FIELDS = 4
"""Fields of a type that is told in one line, for their types to be told, too."""
OTHER_TYPE_NAMES = 6
"""Fields or variants named for a type that is told in one line."""
TYPE_INNER = 10
"""Types defined inside another."""
REGISTRATIONS = 5
"""Lists of a component to which new things are added."""
BOOK_REGISTRATIONS = 48
"""Likewise of all components together, which share them."""
REGISTERED_NAMES = 12
"""Entries of such a list."""
REGISTERED_DATA = 6
"""Entries of a table of data."""
ADDITION_FILES = 8
"""Files that a commit touched which added one of them."""
ADDING_GUIDES = 6
HANDLERS = 5
"""Functions that name most entries of a list."""
NAMED_AFTER = 2
"""Functions, types and files that are named after what a list has."""
REGISTERED_ELSEWHERE = 4
"""Other files that name the same."""
REGISTERED_TESTS = 3
EXTENSIBLE_TYPES = 3
"""Types of a component that several others inherit from."""
EXTENSIONS = 6
EXTENSIONS_TESTED = 12
EXTENSION_MEMBERS = 4
BOOK_ENDS = 5
"""Components at the top, or at the bottom, of all others."""
BOOK_PLATFORM_GROUPS = 3
"""Sets of files for several platforms that are told of together."""
BOOK_FOLDERS_BESIDE = 8
BOOK_DOCUMENTS = 6
BOOK_COMMANDS = 5
BOOK_PACKAGES = 12
BOOK_TEST_FOLDERS = 3
BOOK_TESTED_FILES = 5
BOOK_UNTESTED = 10
BOOK_HOT_SPOTS = 5
BOOK_LATE_CHANGES = 10
BOOK_CHANGED_TOGETHER = 2
"""Files that change together with a hot spot."""
BOOK_DEPENDANTS = 3
"""Files that depend on a hot spot."""
BOOK_SUBJECTS = 2
"""Subjects of the latest commits to the riskiest file that mend nothing."""
BOOK_FIXES = 1
"""Likewise of those that mend something."""
CAUTIONS = 3
"""Sentences in the comments of a hot spot that warn of something."""
DELICATE_TOPICS = 3
OFFERED_NAMES = 4
"""Names of a file that a package offers, and variables of it that keep state."""
QUIET_FILES = 5
"""Files that hardly change and that many depend on, or that commits on security touched."""
BOOK_FURTHER_SUBJECTS = 1
"""Likewise of those after it."""
BOOK_CHANGED_BESIDES = 6
"""Files that change often without complicated functions."""
DATA_FOLDERS = 4
"""Folders whose files are cases of a test."""
DATA_ENDINGS = 3
BOOK_ADDITIONS = 6
"""Late commits that added something."""
BOOK_RULES = 12
BOOK_FINDING_LINES = 3
BOOK_TASKS = 6
BOOK_ACTIONS = 6
"""Actions and foreign workflows of the continuous integration."""
BOOK_CHECKS = 8
"""Commands that the continuous integration runs."""
GLOSSARY_TERMS = 40
"""Terms that documents explain."""
GLOSSARY_TYPES = 40
SENTENCE_NAMES = 4
"""Names that a sentence lists where nothing else is said."""
TYPE_ENTRIES = 12
"""Keys of a type that are no symbols."""
MADE_CASES = 4
"""Statements that make cases of tests, and calls of one such."""
MADE_CASES_FURTHER = 2
"""Calls of what calls one such."""
RUNNER_SETTINGS = 8
"""Settings of what runs the tests."""
MARKED_TESTS = 3
"""Cases that do not run everywhere."""
DEMANDING_TESTS = 3
"""Places of a form of test that needs more than the code."""
REPLACED = 4
"""What tests replace by something of their own."""
AROUND_TESTS = 3
"""Pieces of code that run around each test."""
FAILING_STATEMENTS = 2
"""Statements by which such code has a test fail."""
NEXT_WARNINGS = 2
"""Files after the riskiest whose gravest warning is told."""
