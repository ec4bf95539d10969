"""Flags of countries on the site: a code in, an SVG out; a badge for a code without a flag, nothing for what is no code."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from kg.serve.flags import flag_image
from tests.serve.site import Site

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("code", "shape", "colour"), [("VN", "polygon", "#fcd116"), ("JP", "circle", "#d22630"), ("FR", "polygon", "#1f57a4")])
def test_a_flag_is_drawn(code: str, shape: str, colour: str) -> None:
    drawing = ElementTree.fromstring(flag_image(code))
    assert colour in {element.get("fill") for element in drawing.iter(SVG + shape)}
    assert not list(drawing.iter(SVG + "text"))


def test_a_code_without_a_flag_is_written() -> None:
    drawing = ElementTree.fromstring(flag_image("TW"))
    assert [text.text for text in drawing.iter(SVG + "text")] == ["TW"]


@pytest.mark.parametrize("code", ["", "vn", "VNM", "V1", "..", "<b", "VN "])
def test_no_code_no_picture(code: str) -> None:
    assert flag_image(code) == ""


def test_over_http(site: Site) -> None:
    reply = site.get("/flag/VN.svg")
    assert reply.status == 200 and reply.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert site.get("/flag/vn.svg").status == site.get("/flag/%2e%2e.svg").status == 404
    assert '/flag/US.svg"' in site.get("/", "text/html").text
