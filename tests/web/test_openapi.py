"""The description of the JSON twins is valid and complete, and what they answer is as described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from schemathesis import Case, GenerationMode
from schemathesis import openapi as described_api
from schemathesis.specs.openapi.schemas import OpenApiSchema

from kb.home import Home
from kb_web import create_app
from kb_web.openapi import TWINS, description
from tests.indexed import OUTLINE

DESCRIBED = "/api/v1/openapi.json"
SAMPLES = (
    ("search", "q=thi+đua"),
    ("search", "q=đại+hội+tỉnh+Thái+Nguyên"),
    ("suggest", "q=thi"),
    ("quotes", ""),
    ("figures", ""),
    ("references", ""),
    ("findings", ""),
    ("analyze", "q=tăng+6,6%25"),
    ("documents", ""),
    ("outline", f"document={OUTLINE}"),
    ("text", f"document={OUTLINE}&section=I.2"),
    ("cite", f"document={OUTLINE}&lines=102-104"),
    ("doctor", ""),
)

ASKED = [(twin.path, mode) for twin in TWINS for mode in GenerationMode if twin.parameters or mode.is_positive]


@pytest.fixture(scope="session")
def application(home: Home) -> Flask:
    return create_app(home)


@pytest.fixture(scope="session")
def api(application: Flask) -> OpenApiSchema:
    return described_api.from_wsgi(DESCRIBED, application)


@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_whatever_is_asked_the_answer_is_as_described(api: OpenApiSchema, path: str, mode: GenerationMode) -> None:
    @given(case=api[f"/api/v1/{path}"]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(headers={"Accept-Encoding": "identity"})  # its client unpacks nothing

    ask()


def test_the_description_is_valid(client: FlaskClient) -> None:
    validate(client.get(DESCRIBED).get_json())


def test_every_address_of_the_api_is_described(application: Flask) -> None:
    there = {rule.rule for rule in application.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert {f"/api/v1/{twin.path}" for twin in TWINS} == there - {DESCRIBED}


def test_every_shape_is_held_against_a_real_answer() -> None:
    assert {path for path, _ in SAMPLES} == {twin.path for twin in TWINS}


@pytest.mark.parametrize(("path", "query"), SAMPLES)
def test_a_real_answer_has_the_described_fields_and_no_other(client: FlaskClient, path: str, query: str) -> None:
    shape = next(twin.shape for twin in TWINS if twin.path == path)
    whole = closed(description())
    assert isinstance(whole, Mapping)
    schema = {"$ref": f"#/components/schemas/{shape}", "components": whole["components"]}
    answer = client.get(f"/api/v1/{path}?{query}").get_json()
    assert [error.message for error in OAS31Validator(schema).iter_errors(answer)] == []


def closed(schema: Any) -> Any:
    """The schema with no fields allowed but those it names."""
    if isinstance(schema, Mapping):
        inside = {name: closed(value) for name, value in schema.items()}
        return inside | {"additionalProperties": False} if "properties" in inside else inside
    return [closed(one) for one in schema] if isinstance(schema, list) else schema


def test_other_sites_may_not_read_the_answers(client: FlaskClient) -> None:
    response = client.get("/api/v1/documents", headers={"Origin": "http://evil.example"})
    assert "access-control-" not in str(response.headers).lower()
