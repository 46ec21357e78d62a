"""
JSON Feed 1.1 as a JSON Schema, written from https://www.jsonfeed.org/version/1.1/ for the members of a feed of text.
"""

from __future__ import annotations

from typing import Any

_URL = {"type": "string", "pattern": '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"{}|\\\\^`]+$'}
_WORDS = {"type": "string", "minLength": 1}
_LANGUAGE = {"type": "string", "pattern": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"}
_AUTHOR = {
    "type": "object",
    "properties": {"name": _WORDS, "url": _URL, "avatar": _URL},
    "minProperties": 1,
    "additionalProperties": False,
}
_ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": _WORDS,
        "url": _URL,
        "external_url": _URL,
        "title": _WORDS,
        "content_html": {"type": "string"},
        "content_text": {"type": "string"},
        "summary": _WORDS,
        "image": _URL,
        "banner_image": _URL,
        "date_published": {"type": "string", "format": "date-time"},
        "date_modified": {"type": "string", "format": "date-time"},
        "authors": {"type": "array", "items": _AUTHOR},
        "tags": {"type": "array", "items": _WORDS, "uniqueItems": True},
        "language": _LANGUAGE,
    },
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _WORDS,
        "home_page_url": _URL,
        "feed_url": _URL,
        "description": _WORDS,
        "user_comment": _WORDS,
        "next_url": _URL,
        "icon": _URL,
        "favicon": _URL,
        "authors": {"type": "array", "items": _AUTHOR},
        "language": _LANGUAGE,
        "expired": {"type": "boolean"},
        "items": {"type": "array", "items": _ITEM},
    },
    "additionalProperties": False,
}
