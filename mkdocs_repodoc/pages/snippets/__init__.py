"""Parts of generated pages that stand on hand-written ones: composed as blocks."""
