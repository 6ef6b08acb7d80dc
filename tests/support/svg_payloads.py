"""SVG documents that act or fetch when a browser opens them, and some that only draw."""

from __future__ import annotations

ELSEWHERE = "http://elsewhere.invalid/x"
_H = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def _svg(inner: str, attributes: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 9 9" {attributes}>{inner}</svg>'
    )


ACTIVE = {
    "onload": _svg("", 'onload="alert(1)"'),
    "script": _svg("<script>alert(1)</script>"),
    "prefixed-script": _svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    "foreign-object": _svg("<foreignObject/>"),
    "form": _svg(f'<h:form {_H} action="{ELSEWHERE}"><h:input autofocus=""/></h:form>'),
    "form-action": _svg(f'<h:form {_H} action="javascript:alert(1)"/>'),
    "button-action": _svg(f'<h:button {_H} formaction="javascript:alert(1)"/>'),
    "refresh": _svg(f'<h:meta {_H} http-equiv="refresh" content="0;url={ELSEWHERE}"/>'),
    "srcset": _svg(f'<h:img {_H} srcset="{ELSEWHERE} 1x"/>'),
    "background": _svg(f'<h:body {_H} background="{ELSEWHERE}"/>'),
    "link": _svg(f'<h:link {_H} rel="stylesheet" href="#" imagesrcset="{ELSEWHERE}"/>'),
    "xhtml-style": _svg(f'<h:style {_H}>@import "{ELSEWHERE}";</h:style>'),
    "import": _svg(f'<style>@import "{ELSEWHERE}";</style>'),
    "import-in-parts": _svg(f'<style>@im<!-- -->port "{ELSEWHERE}";</style>'),
    "import-in-data": _svg(f'<style><![CDATA[@import "{ELSEWHERE}";]]></style>'),
    "import-by-numbers": _svg(f'<style>&#64;import "{ELSEWHERE}";</style>'),
    "import-escaped": _svg(f'<style>@\\69mport "{ELSEWHERE}";</style>'),
    "font-face": _svg(
        f"<style>@font-face{{font-family:a;src:url({ELSEWHERE})}}</style>"
        '<text font-family="a" y="9">a</text>'
    ),
    "style-url": _svg(f"<style>rect{{fill:url({ELSEWHERE}#a)}}</style><rect/>"),
    "style-attribute": _svg(f'<rect style="mask:url({ELSEWHERE}#a)"/>'),
    "quoted": _svg(f"<rect style=\"background:URL( '{ELSEWHERE}')\"/>"),
    "image-set": _svg(f"<rect style=\"background:image-set('{ELSEWHERE}' 1x)\"/>"),
    "cursor": _svg(f'<rect cursor="url({ELSEWHERE}),auto"/>'),
    "filter": _svg(f'<rect filter="url({ELSEWHERE}#a)"/>'),
    "escaped": _svg(f'<rect filter="\\75rl({ELSEWHERE}#a)"/>'),
    "action": _svg('<a href=" JavaScript:alert(1)"><rect width="9" height="9"/></a>'),
    "data": _svg('<a xlink:href="data:text/html,x"><rect/></a>'),
    "image": _svg(f'<image href="{ELSEWHERE}" width="9" height="9"/>'),
    "nested-svg": _svg('<image href="data:image/svg+xml,x"/>'),
    "use": _svg(f'<use xlink:href="{ELSEWHERE}#a"/>'),
    "based": _svg(f'<use href="#a" xml:base="{ELSEWHERE}"/>'),
    "set": _svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "animate": _svg('<a><animate attributeName="href" values="javascript:alert(1)"/></a>'),
    "handler": _svg('<handler type="text/javascript">alert(1)</handler>'),
    "style-sheet": f'<?xml-stylesheet href="{ELSEWHERE}"?>' + _svg(""),
    "entity": "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + _svg("&x;"),
    "page": f'<html xmlns="http://www.w3.org/1999/xhtml"><body background="{ELSEWHERE}"/></html>',
    "cut-off": "<svg",
    "empty": "",
}
PASSIVE = {
    "drawn": _svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect id="r" width="9" height="9" fill="url(#g)"/><use xlink:href="#r"/>'
    ),
    "styled": _svg(
        "<style>rect{fill:url('#g')} @media print{rect{fill:red}}"
        "@font-face{font-family:a;src:url(data:font/woff2;base64,AA==)}</style><rect/>"
    ),
    "declared": '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "s.dtd">'
    + _svg("<title>A: url(x) @import</title>"),
    "noted": _svg(
        '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:a="url(x)"/>'
    ),
    "embedded": _svg('<image href="data:image/png;base64,AA==" width="9" height="9"/>'),
}
