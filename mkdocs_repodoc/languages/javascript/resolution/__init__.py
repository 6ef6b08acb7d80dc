"""Names of JavaScript and TypeScript over the whole repository: modules, members, types."""
