from mkdocs_repodoc.hosts.mkdocs.virtual_files import strip_template_whitespace


def test_the_space_of_templates_goes_and_that_of_the_body_stays() -> None:
    body = "<pre>a\n\n    b</pre>"
    output = f"<html>\n\n   \n<nav>\n   <a>x  y</a>\n</nav>\n{body}\n\n\n</html>"
    assert strip_template_whitespace(output, body) == (
        f"<html>\n<nav>\n<a>x  y</a>\n</nav>\n{body}\n</html>"
    )


def test_a_theme_with_preformatted_text_of_its_own_is_left_alone() -> None:
    output = "<pre>\n\n</pre>\n\n<p>body</p>"
    assert strip_template_whitespace(output, "<p>body</p>") == output


def test_a_body_that_another_plugin_has_changed_is_left_alone() -> None:
    output = "<html>\n\n<p>BODY</p>"
    assert strip_template_whitespace(output, "<p>body</p>") == output
