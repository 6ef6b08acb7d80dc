"""Why a file matters: the name that most of the software uses."""

from __future__ import annotations

from body_text import phrase_text
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.pages.parts.orientation.key_files import reason

LOT = "from shop.big import Lot\n\n\ndef test_{0}():\n    Lot()\n"
BIG = "from shop.big import Big\n\n\ndef use_{0}():\n    return Big()\n"


def test_the_name_is_the_one_that_the_software_uses_most() -> None:
    """Tests use another more, which is no reason for anybody to read it."""
    linked = link_files(
        {
            "shop/__init__.py": "",
            "shop/big.py": "class Lot:\n    pass\n\n\nclass Big:\n    pass\n",
            **{f"shop/use_{number}.py": BIG.format(number) for number in range(4)},
            **{f"tests/test_{number}.py": LOT.format(number) for number in range(6)},
        }
    )
    text = phrase_text(reason(made_context(linked.repository), "shop/big.py"))
    assert "used by 4 files" in text
    assert text.endswith("#shop.big.Big) (4 files)")
