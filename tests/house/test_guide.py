"""GUIDE.md tells of everything: each command with its options and JSON fields, each address, setting and error.

When one of these fails you have made something that nobody can read of: the message says where in GUIDE.md it belongs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kb import errors
from kb.cli import COMMANDS, group, run
from kb.cli.command import shared_options
from kb.home import Home
from kb_web import create_app
from kb_web.failures import status_of
from tests.house.examples import Office
from tests.house.markdown import ROOT, Block, Call, calls, code, read, rows, section

GUIDE = read("GUIDE.md")
NAMES = [row.name for row in COMMANDS]
SHARED = {name for option in shared_options() for name in option.opts}
SETTING = re.compile(r"\bKB_[A-Z][A-Z0-9_]*\b")


def about(name: str) -> str:
    told = section(GUIDE, f"## kb {name}")
    assert told, f"GUIDE.md has no section '## kb {name}' under '# Commands'"
    return told


def command(name: str) -> click.Command:
    found = group().get_command(click.Context(group()), name)
    assert found
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_command_has_a_section_with_every_option(name: str) -> None:
    told = {word for span in code(about(name)) for word in span.split()}
    options = {
        option
        for parameter in command(name).params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--") and option not in SHARED
    }
    assert options - told == set(), f"the section '## kb {name}' of GUIDE.md does not tell of these options"


def test_the_guide_has_no_command_that_is_none() -> None:
    assert sorted(re.findall(r"^## kb (.+)$", GUIDE, re.M)) == sorted(NAMES)


def test_the_options_of_every_command_are_told_once() -> None:
    told = set(code(section(GUIDE, "# Commands").split("\n## ")[0]))
    assert {option for option in SHARED if option.startswith("--")} - {word.split()[0] for word in told} == set()


def examples() -> Iterator[tuple[str, Call]]:
    """The commands shown in the sections of commands."""
    for name in NAMES:
        told = section(GUIDE, f"## kb {name}")
        shown = re.findall(r"^```(sh|console)\n(.*?)^```$", told, re.M | re.S)
        yield from ((name, call) for language, text in shown for call in calls(Block("GUIDE.md", 0, language, text)))


@pytest.mark.parametrize("name", NAMES)
def test_a_command_has_an_example(name: str) -> None:
    assert name in {example for example, _ in examples()}, f"'## kb {name}' of GUIDE.md has no ```sh block"


@pytest.mark.parametrize(
    ("name", "call"),
    [pytest.param(name, call, id=call.typed) for name, call in examples() if name != "serve"],
)
def test_every_field_of_the_json_stands_in_the_section_of_its_command(
    name: str, call: Call, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.enter()
    run([*call.arguments[1:], "--json"])
    fields = {field for line in capsys.readouterr().out.splitlines() for field in fields_of(json.loads(line))}
    told = {word for span in code(about(name)) for word in re.findall(r'"(\w+)"', span)}
    assert fields - told == set(), f"the section '## kb {name}' of GUIDE.md does not tell of these fields"


def fields_of(shape: object) -> Iterator[str]:
    """The names of the fields of a JSON value, at any depth."""
    if isinstance(shape, dict):
        yield from shape
        for value in shape.values():
            yield from fields_of(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from fields_of(value)


TWINS = [name for name in NAMES if f"`/api/v1/{name}" in GUIDE]


@pytest.mark.parametrize("name", TWINS)
def test_every_field_of_an_api_address_stands_in_the_section_of_its_command(name: str, finished_home: Home) -> None:
    client = create_app(finished_home).test_client()
    document = "de-cuong-bac-kan-2020"
    answer = client.get(f"/api/v1/{name}", query_string={"document": document, "q": "thi đua", "lines": "102-104"})
    if answer.status_code != 200:  # what takes no words, or wants others
        answer = client.get(f"/api/v1/{name}", query_string={"document": document})
    assert answer.status_code == 200, answer.text
    told = {word for span in code(about(name)) for word in re.findall(r'"(\w+)"', span)}
    assert set(fields_of(answer.json)) - told == set(), f"'## kb {name}' of GUIDE.md does not tell of these fields"


def addresses() -> list[str]:
    """Every address that is answered, as the guide writes them."""
    application = create_app(Home(ROOT / "no home"))
    told_as = {"<section>": "ID"}
    return sorted(
        re.sub(r"<(?:\w+:)?(\w+)>", lambda at: told_as.get(at[0], at[1].upper()), rule.rule)
        for rule in application.url_map.iter_rules()
    )


@pytest.mark.parametrize("address", addresses())
def test_an_address_has_a_row(address: str) -> None:
    told = {word.partition("?")[0] for row in rows(section(GUIDE, "# Addresses")) for word in code(row[0])}
    assert address in told, "the table under '# Addresses' of GUIDE.md has no such row"


def test_the_guide_has_no_address_that_is_none() -> None:
    told = {word.partition("?")[0] for row in rows(section(GUIDE, "# Addresses")) for word in code(row[0])}
    assert told - set(addresses()) == set()


def kinds(kind: type[errors.KbError] = errors.KbError) -> Iterator[type[errors.KbError]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("kb."):
            yield below
        yield from kinds(below)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.code)
def test_an_error_has_a_row_with_the_status_of_its_page(kind: type[errors.KbError]) -> None:
    told = {code(row[0])[0]: row[1] for row in rows(section(GUIDE, "# Errors"))}
    assert kind.code in told, "the table under '# Errors' of GUIDE.md has no such row"
    assert told[kind.code] == str(status_of(kind())) or (told[kind.code] == "–" and status_of(kind()) == 500)


def test_the_guide_has_no_error_that_is_none() -> None:
    told = {code(row[0])[0] for row in rows(section(GUIDE, "# Errors"))}
    assert told - {kind.code for kind in kinds()} == set()


def source_files() -> Iterator[Path]:
    for folder in ("kb", "web", "scripts", "tests"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def test_every_setting_has_a_row() -> None:
    named = {name for path in source_files() for name in SETTING.findall(path.read_text("utf-8"))}
    told = {word for row in rows(section(GUIDE, "# Settings")) for word in code(row[0])}
    assert named - told == set(), "the table under '# Settings' of GUIDE.md does not tell of these variables"
