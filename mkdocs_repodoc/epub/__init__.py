"""The comprehensive book as an e-book: its chapters as XHTML, in the container of EPUB."""
