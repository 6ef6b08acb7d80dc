"""JavaScript and TypeScript, with JSX and TSX."""
