"""The rules for Python, one file each; `rule_table` names them all."""
