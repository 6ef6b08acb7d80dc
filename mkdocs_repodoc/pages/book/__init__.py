"""The comprehensive book, one module a chapter or a family of them."""
