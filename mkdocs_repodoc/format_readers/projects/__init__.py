"""Readers of project files: what a project is called, needs, and offers as commands."""
