"""Branches of code by its indentation: which lines one run may take, and where blocks are left."""
