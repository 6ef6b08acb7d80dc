import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_repodoc.cache import remote_store, sealed_values
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import Unpacking, decompressed, seal, unseal

SECRET = b"a secret of sixteen bytes or more"


def sealed_under(secret: bytes) -> bytes:
    sealed = seal(Cached.OUTLINE, "name", b"value" * 20, secret)
    assert sealed is not None
    return sealed


@given(st.binary(), st.sampled_from([b"", SECRET]))
def test_a_value_comes_back_as_it_was(value: bytes, secret: bytes) -> None:
    sealed = seal(Cached.PAGE, "name", value, secret)
    assert sealed is not None
    assert unseal(Cached.PAGE, "name", sealed, secret) == value


@pytest.mark.parametrize("secret", [b"", SECRET])
def test_a_value_counts_under_its_own_kind_and_name_alone(secret: bytes) -> None:
    sealed = sealed_under(secret)
    for kind, name in ((Cached.DETAIL, "name"), (Cached.OUTLINE, "other"), (Cached.OUTLINE, "")):
        with pytest.raises(ValueError, match=r"not what was put there"):
            unseal(kind, name, sealed, secret)


@pytest.mark.parametrize("secret", [b"", SECRET])
def test_whatever_bit_flips_and_wherever_it_ends_a_value_is_refused(secret: bytes) -> None:
    sealed = sealed_under(secret)
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1 << position % 8
        for wrong in (bytes(changed), sealed[:position], sealed + b"\0"):
            with pytest.raises(ValueError, match=r"not what was put there|another shape"):
                unseal(Cached.OUTLINE, "name", wrong, secret)


@pytest.mark.parametrize(("theirs", "ours"), [(b"", SECRET), (SECRET, b""), (SECRET[::-1], SECRET)])
def test_what_others_have_sealed_is_refused(theirs: bytes, ours: bytes) -> None:
    with pytest.raises(ValueError, match=r"not what was put there|not signed as it should be"):
        unseal(Cached.OUTLINE, "name", sealed_under(theirs), ours)


def test_what_is_too_large_is_neither_sent_nor_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    large = bytes(2_000)
    sealed = seal(Cached.DATA, "name", large, b"")
    assert sealed is not None
    monkeypatch.setattr(sealed_values, "LARGEST", 1_999)
    assert seal(Cached.DATA, "name", large, b"") is None
    with pytest.raises(ValueError, match="too large"):
        unseal(Cached.DATA, "name", sealed, b"")


def test_a_few_bytes_that_stand_for_many_take_no_memory() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    with pytest.raises(ValueError, match="too large"):
        decompressed(bomb, 1_000_000)


@pytest.mark.parametrize("packed", [b"", b"no such thing", zlib.compress(b"abc")[:-2]])
def test_what_is_not_compressed_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        decompressed(packed, 100)


def test_what_is_fetched_at_a_time_takes_little_memory() -> None:
    assert seal(Cached.PAGE, "name", bytes(sealed_values.LARGEST + 1), SECRET) is None
    assert sealed_values.LARGEST * remote_store._BATCH <= 256 * 1024**2


def test_many_values_at_a_time_have_a_limit_together() -> None:
    unpack = Unpacking(2_500_000).unpack
    packed = zlib.compress(bytes(1_000_000))
    assert unpack(packed) == unpack(packed) == bytes(1_000_000)
    with pytest.raises(ValueError, match="too large"):
        unpack(packed)
