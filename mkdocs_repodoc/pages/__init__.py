"""Linked repository → pages: where each one lives, and what it says.

`plan` gives every page its addresses before any page has a body; `compose` makes the body of one
page, out of the repository and nothing else, when somebody asks for it. All decisions about what
is shown, in which order and how much of it are made here; how it looks is decided in `render`.
"""
