"""The program as it runs, read off its syntax tree: options, environment, tables, exits."""
