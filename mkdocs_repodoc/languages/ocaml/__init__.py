"""OCaml, and its interfaces."""
