"""The comprehensive book outside of its site.

As an e-book its chapters are XHTML in the container of EPUB. For paper they are one page of HTML,
which needs nothing else.
"""
