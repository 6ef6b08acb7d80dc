"""Names that declarations alone decide: of scopes, of types and their members, of modules."""
