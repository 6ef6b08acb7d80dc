"""Machine-readable files beside the pages: a module for each, and the list of them."""
