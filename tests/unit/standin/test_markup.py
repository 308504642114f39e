"""HTML as Telegram reads it: entities with UTF-16 offsets, and refusals in its words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.standin.errors import ApiError
from bot.standin.markup import parse_html, utf16_length

READ = {
    "no tags": ("hello", "hello", []),
    "bold": ("<b>hello</b>", "hello", [("bold", 0, 5)]),
    "strong is bold": ("a <strong>b</strong>", "a b", [("bold", 2, 1)]),
    "italic by both names": ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
    "underline by both names": ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
    "strikethrough by three names": (
        "<s>a</s><strike>b</strike><del>c</del>",
        "abc",
        [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
    ),
    "spoiler by both names": (
        '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
        "ab",
        [("spoiler", 0, 1), ("spoiler", 1, 1)],
    ),
    "upper-case tags": ("<B>a</B>", "a", [("bold", 0, 1)]),
    "nested, outer one first": ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    "an end tag without a name": ("<b>a</>", "a", [("bold", 0, 1)]),
    "white space in tags": ("<b >a</b >", "a", [("bold", 0, 1)]),
    "an empty tag leaves nothing": ("a<b></b>", "a", []),
    "characters of the BMP count one": ("ሰላም <b>ዓለም</b>", "ሰላም ዓለም", [("bold", 4, 3)]),
    "an emoji counts two": ("\U0001f6cf <b>bed</b>", "\U0001f6cf bed", [("bold", 3, 3)]),
    "an emoji inside counts two": ("<b>\U0001f6cf</b>x", "\U0001f6cfx", [("bold", 0, 2)]),
    "right-to-left text": ("<b>أين</b> أنام", "أين أنام", [("bold", 0, 3)]),
    "isolates count": ("\u2068<b>a</b>\u2069", "\u2068a\u2069", [("bold", 1, 1)]),
    "named characters": ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
    "numbered characters": ("&#65;&#x42;&#128716;", "AB\U0001f6cc", []),
    "other names stay as they are": ("&nbsp;&copy; &", "&nbsp;&copy; &", []),
    "a lone ampersand": ("Food & drink", "Food & drink", []),
    "code": ("<code>x &lt; 1</code>", "x < 1", [("code", 0, 5)]),
    "code holds no other entities": ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
    "pre": ("<pre>a\nb</pre>", "a\nb", [("pre", 0, 3)]),
    "blockquote": ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    "blockquote that expands": ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
}

LINKS = {
    "address in quotes": ('<a href="https://fedasil.be/en">x</a>', "https://fedasil.be/en"),
    "address in apostrophes": ("<a href='https://fedasil.be/en'>x</a>", "https://fedasil.be/en"),
    "characters in the address": ('<a href="https://a.be/?x=1&amp;y=2">x</a>', "https://a.be/?x=1&y=2"),
    "an address without a path gets one": ('<a href="https://fedasil.be">x</a>', "https://fedasil.be/"),
    "an address without a scheme gets one": ('<a href="fedasil.be">x</a>', "http://fedasil.be/"),
    "an address of Telegram": ('<a href="tg://resolve?domain=x">x</a>', "tg://resolve?domain=x"),
    "the text as the address": ("<a>https://fedasil.be/en</a>", "https://fedasil.be/en"),
}

NO_LINKS = {
    "a telephone number": '<a href="tel:+3227938240">x</a>',
    "mail": '<a href="mailto:a@b.be">x</a>',
    "a script": '<a href="javascript:alert(1)">x</a>',
    "no address": "<a>x</a>",
    "a word": '<a href="here">x</a>',
}

REFUSED = {
    "an unknown tag": ("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2'),
    "br": ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    "a bare less-than sign": ("2 <3", "Unclosed start tag at byte offset 2"),
    "a less-than sign before a space": ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
    "offsets are bytes": ("ሰላም <x>", 'Unsupported start tag "x" at byte offset 10'),
    "a tag that is not closed": ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    "the inner of two that are not closed": ("<b><i>a", 'Can\'t find end tag corresponding to start tag "i"'),
    "an end without a start": ("a</b>", "Unexpected end tag at byte offset 1"),
    "tags that cross": (
        "<b><i>a</b></i>",
        'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    "a start tag that stops": ("<b", "Unclosed start tag at byte offset 0"),
    "an address that stops": ('<a href="x', "Unclosed start tag at byte offset 0"),
    "an end tag that stops": ("<b>a</b", "Unclosed end tag at byte offset 4"),
    "an end tag with more in it": ("<b>a</b x>", "Unclosed end tag at byte offset 4"),
    "an attribute without a value": (
        "<a href>x</a>",
        'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ),
    "an attribute without a name": ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    "an address without quotes": (
        "<a href=https://a.be>x</a>",
        "Unexpected end of name token at byte offset 8",
    ),
    "a span that is no spoiler": (
        '<span class="x">a</span>',
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
}


def brief(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize("source, text, entities", READ.values(), ids=READ)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    actual_text, actual_entities = parse_html(source)

    assert (actual_text, brief(actual_entities)) == (text, entities)


@pytest.mark.parametrize("source, url", LINKS.values(), ids=LINKS)
def test_link_keeps_its_address(source: str, url: str) -> None:
    _, entities = parse_html(source)

    assert [(entity["type"], entity["url"]) for entity in entities] == [("text_link", url)]


@pytest.mark.parametrize("source", NO_LINKS.values(), ids=NO_LINKS)
def test_what_telegram_does_not_link_stays_text(source: str) -> None:
    assert parse_html(source) == ("x", [])


@pytest.mark.parametrize("source, refusal", REFUSED.values(), ids=REFUSED)
def test_faulty_html_is_refused_in_telegrams_words(source: str, refusal: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)

    assert refused.value.status == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {refusal}"


def test_block_of_code_knows_its_language() -> None:
    text, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')

    assert text == "x = 1"
    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


@pytest.mark.parametrize(
    "text, length", [("", 0), ("abc", 3), ("ሰላም", 3), ("\U0001f6cf", 2), ("a\U0001f6cfb", 4)], ids=repr
)
def test_length_is_counted_in_utf16_units(text: str, length: int) -> None:
    assert utf16_length(text) == length
