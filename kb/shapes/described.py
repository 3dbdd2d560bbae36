"""The shapes of this package as JSON Schema (2020-12), by name: what the API's description refers to.

Every field that a shape has stands here, and every one is always there; a test holds real answers against it.
"""

from __future__ import annotations

from collections.abc import Mapping

from kb.shapes import Json

Schema = Mapping[str, Json]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
TRUTH: Schema = {"type": "boolean"}


def shape(**fields: Schema) -> Schema:
    """An object with all of these fields."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def each(schema: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": schema}


def pair(schema: Schema) -> Schema:
    """First and last, or start and end."""
    return {"type": "array", "items": schema, "minItems": 2, "maxItems": 2}


def maybe(schema: Schema) -> Schema:
    """The value, or null where there is none."""
    return {"anyOf": [schema, {"type": "null"}]}


def named(name: str) -> Schema:
    """A shape of `SHAPES`, referred to.

    >>> named("hit")
    {'$ref': '#/components/schemas/hit'}
    """
    return {"$ref": f"#/components/schemas/{name}"}


def by_field(schema: Schema) -> Schema:
    """An object whose fields are not known before."""
    return {"type": "object", "additionalProperties": schema}


LINES, PAGES = pair(COUNT), maybe(pair(COUNT))
FACETS = by_field(each(shape(value=TEXT, count=COUNT)))

SHAPES: Mapping[str, Schema] = {
    "error": shape(error=shape(code=TEXT, message=TEXT, cure=TEXT)),
    "search": shape(
        question=TEXT,
        understood=each(shape(kind=TEXT, text=TEXT, note=TEXT)),
        total=COUNT,
        took_ms=NUMBER,
        offset=COUNT,
        hits=each(named("hit")),
        near=each(named("hit")),
        suggestions=each(TEXT),
        facets=FACETS,
    ),
    "hit": shape(
        rank=COUNT,
        score=NUMBER,
        document=TEXT,
        section=TEXT,
        path=each(TEXT),
        text=TEXT,
        snippet=TEXT,
        highlights=each(pair(COUNT)),
        citation=shape(label=TEXT, lines=LINES, pages=PAGES, url=TEXT),
    ),
    "documents": shape(
        documents=each(
            shape(
                document=TEXT,
                title=TEXT,
                kind=maybe(TEXT),
                number=maybe(TEXT),
                issuer=maybe(TEXT),
                signed_on=maybe(TEXT),
                format=TEXT,
                pages=maybe(COUNT),
                lines=COUNT,
                sections=COUNT,
            )
        )
    ),
    "outline": shape(
        document=TEXT,
        sections=each(
            shape(
                id=TEXT,
                marker=TEXT,
                level=COUNT,
                kind=TEXT,
                title=TEXT,
                lines=LINES,
                pages=PAGES,
                printed_pages=maybe(pair(COUNT)),
                parent=maybe(TEXT),
            )
        ),
    ),
    "text": shape(
        document=TEXT,
        blocks=each(shape(section=TEXT, text=TEXT, lines=LINES, pages=PAGES)),
        repairs=each(shape(rule=TEXT, before=TEXT, after=TEXT, line=COUNT)),
    ),
    "suggestions": shape(suggestions=each(shape(text=TEXT, kind=TEXT, count=COUNT))),
    "quotes": shape(
        total=COUNT,
        quotes=each(
            shape(
                text=TEXT,
                printed=TEXT,
                kind=TEXT,
                speaker=maybe(TEXT),
                role=maybe(TEXT),
                source=maybe(TEXT),
                cue=maybe(TEXT),
                org=maybe(TEXT),
                certainty=TEXT,
                sieve=TEXT,
                document=TEXT,
                section=TEXT,
                lines=LINES,
                pages=PAGES,
                mark=TEXT,
                span=maybe(pair(COUNT)),
                cue_span=maybe(pair(COUNT)),
            )
        ),
        facets=FACETS,
    ),
    "figures": shape(
        total=COUNT,
        figures=each(
            shape(
                printed=TEXT,
                value=maybe(TEXT),
                low=maybe(TEXT),
                high=maybe(TEXT),
                unit=TEXT,
                amount=maybe(TEXT),
                base=TEXT,
                subject=TEXT,
                qualifier=maybe(TEXT),
                bound=TEXT,
                period=maybe(
                    shape(
                        **{"text": TEXT, "from": maybe(TEXT), "to": maybe(TEXT)},
                        inherited=maybe(TEXT),
                        span=pair(COUNT),
                    )
                ),
                clause=TEXT,
                relation=maybe(
                    shape(
                        kind=TEXT,
                        direction=maybe(TEXT),
                        against=maybe(TEXT),
                        of=maybe(TEXT),
                        figure=maybe(pair(COUNT)),
                    )
                ),
                document=TEXT,
                section=TEXT,
                lines=LINES,
                pages=PAGES,
                mark=TEXT,
                span=pair(COUNT),
            )
        ),
        facets=FACETS,
    ),
    "references": shape(
        total=COUNT,
        references=each(
            shape(
                text=TEXT,
                kind=TEXT,
                type=maybe(TEXT),
                number=maybe(TEXT),
                title=maybe(TEXT),
                issuer=maybe(TEXT),
                issuer_told=maybe(TEXT),
                date=maybe(TEXT),
                document=TEXT,
                section=TEXT,
                lines=LINES,
                pages=PAGES,
                target=maybe(TEXT),
                key=maybe(TEXT),
                mark=TEXT,
                span=pair(COUNT),
            )
        ),
        facets=FACETS,
    ),
    "findings": shape(
        total=COUNT,
        findings=each(
            shape(
                category=TEXT,
                verdict=TEXT,
                what=TEXT,
                arithmetic=each(TEXT),
                evidence=each(shape(document=TEXT, section=TEXT, lines=LINES, pages=PAGES, text=TEXT)),
                id=TEXT,
                accepted=TRUTH,
                document=TEXT,
                section=TEXT,
                mark=TEXT,
            )
        ),
        facets=FACETS,
    ),
    "analysis": shape(
        text=TEXT,
        syllables=each(TEXT),
        folded=each(TEXT),
        words=each(TEXT),
        values=each(shape(text=TEXT, span=pair(COUNT), kind=TEXT, value=TEXT, terms=each(TEXT))),
    ),
    "citation": shape(label=TEXT, full=TEXT, short=TEXT, url=TEXT, ris=TEXT, bibtex=TEXT, csl=TEXT),
    "checks": shape(checks=each(shape(name=TEXT, ok=TRUTH, detail=TEXT, cure=maybe(TEXT)))),
}
