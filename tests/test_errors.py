from multiprocessing.reduction import ForkingPickler

from mkdocs_repodoc.errors import RepodocError, SettingsError


def test_the_text_is_one_line_that_names_the_option() -> None:
    error = SettingsError("root", "there is no folder x")
    assert isinstance(error, RepodocError)
    assert str(error) == "repodoc option 'root': there is no folder x"


def test_an_error_survives_the_way_from_a_worker() -> None:
    error = ForkingPickler.loads(
        ForkingPickler.dumps(SettingsError("root", "there is no folder x"))
    )
    assert str(error) == "repodoc option 'root': there is no folder x"
    assert error.option == "root"
