"""Readers of style sheets: CSS, SCSS and Less."""
