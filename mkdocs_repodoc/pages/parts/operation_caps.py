"""Limits of what a page shows of long lists of settings and of failures, as in `caps`."""

from __future__ import annotations

# A folder's settings and failures
CONFIGURATION = 100
"""Options, environment variables or defaults of one table."""
CONFIGURATION_UNFOLDED = 15
PROGRAMS_BESIDE = 6
PROJECTS_APART = 5
BUILD_TAGS = 8
TEST_VARIABLES = 20
"""Environment variables that only tests read."""
ADJUSTED = 40
"""Statements of one function that check or complete settings."""
LIBRARY_ENDS = 2
"""Handlers of the error by which a library ends the program."""
LIBRARY_CALLS = 60
"""Expressions that leave a decision to one library."""
CATCHING_LINES = 2
"""Handlers of one error, which are often the same for all of a table."""
BOOK_OFFERED = 8
"""Functions and types that a package offers, with their defaults."""
READ_LINES = 3
"""Lines that read one setting."""
SETTINGS_TYPES_UNFOLDED = 8
REGISTERED_UNFOLDED = 15
"""Entries of one table, or of one decorator, that registers functions and classes."""
FAILURES = 100
"""Exceptions of one table."""
REPORTS = 100
"""Statements that report an error, messages to users, or handlers of errors, of one list."""
OUTER_CONDITIONS = 3
"""Conditions around the innermost one under which an error is reported."""
EXIT_LINES = 4
"""Lines of one function that end the program with one status."""
EXIT_FUNCTIONS = 10
"""Functions that end the program with one status."""
EXIT_CALLERS = 3
"""Callers of such a function that are named."""
SUCCESS = 3
"""Functions that end the program with success, which is what most of them do."""
OTHER_PROGRAMS = 6
"""Programs beside the main one whose statuses are told."""
SETTINGS_FIELDS = 20
HANDLER_STEPS = 12
"""Statements of one handler of errors."""
BRIEF_STEPS = 6
"""The same in a list in brief."""

# The book's chapters on them
BOOK_OPTIONS = 72
BOOK_OPTIONS_OF_MANY = 36
"""Likewise of programs that declare more."""
BOOK_ARGUMENTS = 16
BOOK_SETTINGS_TYPES = 4
"""Types that hold settings, and lists of settings, with a table each."""
BOOK_OTHER_TYPES = 16
"""Further types that hold settings, by name alone."""
BOOK_PARAMETER_TABLES = 3
"""Functions and constructors whose parameters are told."""
BOOK_KEYWORD_CLASSES = 8
"""Classes that documents show with keyword arguments."""
KEYWORD_ARGUMENTS = 16
"""Arguments of one such class."""
BOOK_BUILDERS = 8
SAMPLE_KEYS = 30
"""Keys of a settings file for people to copy."""
LISTED_SETTINGS = 24
"""Settings of a list of which those without a value are shown as well."""
STARTED_FIELDS = 24
"""Methods of a type that change what it holds at first."""
BOOK_STARTED_TYPES = 6
BOOK_STARTED_FIELDS = 16
FAMILIES = 6
"""Functions whose parameters variables of one family set."""
FAMILY_WORDS = 8
"""Comments of the function that reads families of variables."""
BOOK_DEFAULTS = 10
"""Constants that are defaults or limits."""
FLUENT_METHODS = 12
"""Methods of a type that set something and return their object."""
OPTION_FUNCTIONS = 24
"""Functions that make an option of one type."""
BUILDER_SETTERS = 12
"""Methods of one builder that set something."""
BOOK_FIELDS = 32
BOOK_READ_LINES = 1
"""Lines that read one field of a type that holds settings."""
BOOK_PARTS = 32
"""Parts of the software that whoever builds it may choose."""
PART_BRINGS = 6
"""What comes with one of them."""
BOOK_VARIABLES = 48
BOOK_OTHER_VARIABLES = 12
"""Environment variables that are set, or that others read."""
BOOK_REFUSED = 10
"""Reports of errors that are about settings."""
BOOK_ADJUSTING = 5
"""Functions that check or complete settings."""
BOOK_ADJUSTED = 4
"""Statements of one function that check or complete settings."""
BOOK_LIBRARY_CALLS = 12
"""Expressions that leave a decision to one library."""
BOOK_CHAINS = 12
"""Expressions that choose between the environment and other sources."""
BOOK_PRECEDENCE = 4
"""Sentences of the repository on what overrides what."""
BOOK_REPORTS = 24
"""Statements that report an error."""
BOOK_ALL_REPORTS = 60
"""Likewise of software that has no more of them: whoever meets one looks for it there."""
BOOK_ERROR_TEXTS = 24
"""What types and variants of errors say that no statement reports."""
BOOK_HANDLERS = 12
BOOK_NEAR_HANDLERS = 10
"""Handlers few calls from where programs start."""
BOOK_OWN_HANDLERS = 4
"""Handlers of the software's own errors."""
BOOK_PRINTED = 8
"""Messages to logs and users."""
BOOK_UNHANDLED = 8
"""Types of errors that no handler names."""
BOOK_ERROR_KINDS = 20
"""Exceptions of the software, in a tree."""
BOOK_IGNORED = 6
"""Handlers that do nothing."""
BOOK_STATUSES = 16
"""Classes of errors that state a status."""
NAMED_HOLDERS = 3
"""Types and lists of settings that the index names."""
GATES = 6
"""Lines of builds of one kind that make them fail although the tests pass."""
SETS_OF_TESTS = 4
"""Sets of tests that are run apart, each with its commands."""
GUIDED_TESTS = 4
"""Commands for tests that a guide of the repository names."""
REFUSALS = 3
"""Messages with which make ends before it does anything."""
REQUIRED_FOR_TESTS = 8
"""Packages that a file of requirements lists, for the tests."""
