"""Titles and anchors of the sections of file and keyword pages, in their order.

Hand-written pages link to these ids, so that they never change. Pages are composed under them, and
linking gives none of them to a symbol: both take them from here.
"""

from __future__ import annotations

from typing import NamedTuple


class SectionName(NamedTuple):
    """A section's title and its anchor."""

    title: str
    anchor: str


FILE_METADATA = SectionName("File Metadata", "file-metadata")
FILE_PURPOSE = SectionName("File Purpose", "file-purpose")
HIGH_LEVEL_OVERVIEW = SectionName("High-Level Overview", "high-level-overview")
DETAILED_ANALYSIS = SectionName("Detailed Analysis", "detailed-analysis")
ARCHITECTURE_DESIGN = SectionName("Architecture & Design", "architecture-design")
DEPENDENCIES = SectionName("Dependencies", "dependencies")
CODE_PATTERNS = SectionName("Code Patterns & Idioms", "code-patterns-idioms")
PERFORMANCE = SectionName("Performance Considerations", "performance-considerations")
SECURITY = SectionName("Security & Safety", "security-safety")
TESTING_USAGE = SectionName("Testing & Usage", "testing-usage")
RELATED_FILES = SectionName("Related Files", "related-files")
ORIGINAL_SOURCE = SectionName("Original Source", "original-source")
CROSS_REFERENCES = SectionName("Cross-References", "cross-references")

FILE_SECTIONS = (
    FILE_PURPOSE,
    HIGH_LEVEL_OVERVIEW,
    ORIGINAL_SOURCE,
    DETAILED_ANALYSIS,
    TESTING_USAGE,
    ARCHITECTURE_DESIGN,
    CODE_PATTERNS,
    PERFORMANCE,
    SECURITY,
    RELATED_FILES,
    DEPENDENCIES,
    FILE_METADATA,
    CROSS_REFERENCES,
)
"""The sections of a file's page, in the order in which they stand on it: what a reader comes for
first, what is looked up last."""

TEST_SECTIONS = (
    FILE_PURPOSE,
    TESTING_USAGE,
    ORIGINAL_SOURCE,
    *(
        section
        for section in FILE_SECTIONS
        if section not in {FILE_PURPOSE, TESTING_USAGE, ORIGINAL_SOURCE}
    ),
)
"""The same for a test, of which one wants to know its cases and what they do."""

CODE_STRUCTURE = SectionName("Code Structure", "code-structure")
"""Heading inside Detailed Analysis."""
NOTEBOOK_CELLS = SectionName("Cells", "notebook-cells")
NOTEBOOK_FILE = SectionName("File", "notebook-file")
"""Headings inside Original Source."""

FILE_HEADINGS = (*FILE_SECTIONS, CODE_STRUCTURE, NOTEBOOK_CELLS, NOTEBOOK_FILE)
"""All headings of a file's page but those of symbols."""

FILE_INFORMATION = SectionName("File Information", "file-information")
KEYWORDS_EXTRACTED = SectionName("Keywords Extracted", "keywords-extracted")
CONCEPTS = SectionName("Concepts", "concepts")
KEYWORD_MAP = SectionName("Keyword → Section Map", "keyword-section-map")


def keyword_group_anchor(title: str) -> str:
    """Return the anchor of a group's heading on a file's keyword page."""
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return "-".join(("keywords", *words))


def tour_stop_anchor(number: int) -> str:
    """Return the anchor of a stop on the tour's page, from 1 on."""
    return f"stop-{number}"
