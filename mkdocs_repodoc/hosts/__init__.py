"""Edges to the programs that build the site, a package for each family of hosts."""
