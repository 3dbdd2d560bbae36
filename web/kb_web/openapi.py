"""`/api/v1/openapi.json`: what the JSON twins take and give, described for programs (OpenAPI 3.1).

One row an address. The shapes are those of kb.shapes; a wrong value of a parameter is a 400, an unknown document,
section or line a 404, a missing index a 503, all in the one error shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from kb import __version__
from kb.browse.figures import YEARS
from kb.errors import BadRequest
from kb.links import api_url
from kb.model import FINDING_CATEGORIES, QUOTE_KINDS, REFERENCE_KINDS, VERDICTS
from kb.shapes import Json
from kb.shapes.described import SHAPES, Schema, named
from kb_web.asked import LINES, YEAR
from kb_web.figures import SORTS
from kb_web.language import gettext as _
from kb_web.narrowing import ORDERS

VALUE = re.compile(r"[1-9][0-9]{0,8}(\.\.[1-9][0-9]{0,8})?")  # the plain form of what is read
FAILURES = {"400": "a parameter has a wrong value", "404": "there is no such place", "503": "the index does not answer"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an address; `is_repeated`: each further one is another value that will do."""

    name: str
    meaning: str
    schema: Schema
    is_needed: bool = False
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """A JSON address: the command it is the twin of, its parameters, and the name of its shape."""

    path: str
    meaning: str
    shape: str
    parameters: tuple[Parameter, ...] = ()


def whole(most: int, default: int) -> Schema:
    """The schema of a whole number up to a greatest one."""
    return {"type": "integer", "minimum": 0, "maximum": most, "default": default}


def one_of(*values: str) -> Schema:
    """The schema of one of some words."""
    return {"type": "string", "enum": list(values)}


def patterned(pattern: re.Pattern[str]) -> Schema:
    """The schema of a text that is all matched by an expression."""
    plain = re.sub(r"\?P<\w+>", "", pattern.pattern).replace(r"\d", "[0-9]")  # ECMA-262 writes names otherwise
    return {"type": "string", "pattern": f"^({plain})$"}


TEXT: Schema = {"type": "string"}
ID: Schema = {"type": "string", "pattern": "^[!-~]+$"}
QUESTION = Parameter("q", "the question", TEXT)
DOCUMENT = Parameter("document", "the id of a document", ID, is_needed=True)
DOCUMENTS = Parameter("document", "ids of documents", TEXT, is_repeated=True)
SECTION = Parameter("section", "the id of a section", TEXT)
OFFSET = Parameter("offset", "how many are passed over", whole(1_000_000, 0))

TWINS = (
    Twin(
        "search",
        "passages that answer a question",
        "search",
        (
            QUESTION,
            Parameter("limit", "how many hits", whole(100, 10)),
            OFFSET,
            DOCUMENTS,
            Parameter("kind", "kinds of document", TEXT, is_repeated=True),
            Parameter("issuer", "who issued the document", TEXT, is_repeated=True),
            Parameter("section_kind", "kinds of section", TEXT, is_repeated=True),
            Parameter(
                "year",
                "years, or periods as 2016..2020",
                patterned(YEAR),
                is_repeated=True,
            ),
            Parameter("has", "what a passage must have", TEXT, is_repeated=True),
            Parameter("order", "best first, or as in the text", one_of(*ORDERS)),
            Parameter("syn", "words whose near words are not looked for", TEXT, is_repeated=True),
        ),
    ),
    Twin(
        "suggest",
        "what a question may go on with",
        "suggestions",
        (QUESTION, Parameter("limit", "how many", {"type": "integer", "minimum": 1, "maximum": 50})),
    ),
    Twin(
        "quotes",
        "what stands in quotation marks",
        "quotes",
        (
            QUESTION,
            Parameter("speaker", "whose words", TEXT, is_repeated=True),
            Parameter("kind", "kinds of quotation", one_of(*QUOTE_KINDS), is_repeated=True),
            DOCUMENTS,
            Parameter("limit", "how many", whole(1000, 1000)),
            OFFSET,
        ),
    ),
    Twin(
        "figures",
        "the numbers that state facts",
        "figures",
        (
            QUESTION,
            Parameter("unit", "units, as printed", TEXT, is_repeated=True),
            Parameter("value", "a number, or a range as 10..20", patterned(VALUE)),
            Parameter("period", "a year, or years as 2016..2020", patterned(YEARS)),
            DOCUMENTS,
            Parameter("sort", "by what; with - the other way round", one_of(*SORTS)),
            Parameter("limit", "how many", whole(1000, 1000)),
            OFFSET,
        ),
    ),
    Twin(
        "references",
        "the documents, days and years that texts refer to",
        "references",
        (
            QUESTION,
            Parameter("kind", "kinds of reference", one_of(*REFERENCE_KINDS), is_repeated=True),
            DOCUMENTS,
            Parameter("cites", "the document that is referred to", TEXT),
            Parameter("limit", "how many", whole(1000, 1000)),
            OFFSET,
        ),
    ),
    Twin(
        "findings",
        "what in the texts contradicts itself, or was checked and holds",
        "findings",
        (
            QUESTION,
            Parameter("verdict", "how sure it is", one_of(*VERDICTS), is_repeated=True),
            Parameter("category", "what kind of contradiction", one_of(*FINDING_CATEGORIES), is_repeated=True),
            DOCUMENTS,
            Parameter("limit", "how many", whole(1000, 1000)),
            OFFSET,
        ),
    ),
    Twin("analyze", "how a text is read", "analysis", (QUESTION,)),
    Twin("documents", "what is in the knowledge base", "documents"),
    Twin("outline", "the sections of a document", "outline", (DOCUMENT,)),
    Twin(
        "text",
        "the text of a document or section, with its repairs",
        "text",
        (DOCUMENT, SECTION, Parameter("raw", "1: the file's own lines", one_of("0", "1"))),
    ),
    Twin(
        "cite",
        "how a section, or lines, are cited",
        "citation",
        (
            DOCUMENT,
            SECTION,
            Parameter("lines", "first and last line, as 102-104", patterned(LINES)),
        ),
    ),
    Twin("doctor", "whether the home is well", "checks"),
)


def pages() -> Blueprint:
    """The description itself, and the check of every request by it."""
    blueprint = Blueprint("openapi", __name__)
    blueprint.before_app_request(_check_empty)

    @blueprint.get(api_url("openapi.json"))
    def described() -> Response:
        return jsonify(description())

    return blueprint


def description() -> Mapping[str, Json]:
    """The whole description as JSON."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kb",
            "version": __version__,
            "description": "Full-text search over Vietnamese official documents. Reading only; nothing is posted.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": {api_url(twin.path): {"get": _operation(twin)} for twin in TWINS},
        "components": {"schemas": SHAPES},
    }


def _check_empty() -> None:
    """Refuse a parameter without a value where the description allows none; BadRequest.

    Forms leave fields empty, so pages take an empty value as none; a program that sends one has a fault.
    """
    twin = next((twin for twin in TWINS if api_url(twin.path) == request.path), None)
    for one in twin.parameters if twin else ():
        if one.schema != TEXT and "" in map(str.strip, request.args.getlist(one.name)):
            raise BadRequest(name=one.name, value="", allowed=_("Hãy ghi một giá trị, hoặc bỏ hẳn phần này"))


def _operation(twin: Twin) -> Mapping[str, Json]:
    failures = {status: _answer(meaning, "error") for status, meaning in FAILURES.items()}
    return {
        "operationId": twin.path,
        "summary": twin.meaning,
        "parameters": [_parameter(one) for one in twin.parameters],
        "responses": {"200": _answer(twin.meaning, twin.shape), **failures},
    }


def _parameter(one: Parameter) -> Mapping[str, Json]:
    schema: Schema = {"type": "array", "items": one.schema} if one.is_repeated else one.schema
    return {"name": one.name, "in": "query", "description": one.meaning, "required": one.is_needed, "schema": schema}


def _answer(meaning: str, shape: str) -> Mapping[str, Json]:
    return {"description": meaning, "content": {"application/json": {"schema": named(shape)}}}
