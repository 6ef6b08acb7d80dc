"""The order of the steps, and nothing else: discover → analyse → link → plan → render.

[`Builder`][mkdocs_repodoc.pipeline.builder.Builder] runs the first four and returns a
[`Site`][mkdocs_repodoc.pipeline.site.Site], which renders a page when it is asked for.
"""
