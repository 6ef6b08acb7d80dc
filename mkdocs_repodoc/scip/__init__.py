"""Indexes of a repository's symbols in the SCIP format, as they are read and written.

SCIP (github.com/scip-code/scip) is what indexers made from compilers hand to tools that navigate
code. The schema is Protocol Buffers; why its wire format is read here is in
`docs/decisions/0014-own-scip-reader.md`.
"""
