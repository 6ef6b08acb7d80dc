"""The edge to MkDocs and ProperDocs: options, virtual files, navigation, preview.

Only this package imports MkDocs. `python -m mkdocs` has Python look for every module in the working
folder first, which as a rule is the documented repository. What this product imports must not come
from there.
"""

from pathlib import Path

from mkdocs_repodoc.processes.isolation import trusted_imports

with trusted_imports(Path()):
    from mkdocs_repodoc.hosts.mkdocs import plugin as plugin
