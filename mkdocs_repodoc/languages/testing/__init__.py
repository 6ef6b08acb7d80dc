"""Tests, whatever their language: how they are run, and what their files are named after."""
