"""A server for the Model Context Protocol, by which agents ask about repositories; read-only."""
