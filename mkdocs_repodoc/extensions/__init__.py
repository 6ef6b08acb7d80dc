"""Parts that installed packages add: languages, rules, roles, facts, sections of pages, and files.

A package offers its parts by entry points, and the option `extensions` names the packages of a run.
The product's own languages and rules are entry points of the same groups (`own_parts`), and are
loaded and checked by the same function as everybody else's.
"""
