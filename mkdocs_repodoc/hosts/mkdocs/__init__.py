"""The edge to MkDocs and ProperDocs: options, virtual files, navigation, preview.

Only this package imports MkDocs.
"""
