"""Pictures that pages share: classes, components, imports, and the sizes of files."""
