"""The edge to MkDocs: options, virtual files, navigation, preview. Only this package imports it."""
