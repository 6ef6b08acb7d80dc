"""Readers of text that every language and format shares: comments, prose, terms, licences."""
