"""From the files on disk to one flat record for each.

`discovery` says which files there are, `git` what their history tells, `file_types` what each one
is. `analyse` turns the bytes of one file into a record: `python` and `treesitter` read syntax
trees, `formats` reads everything else.
"""
