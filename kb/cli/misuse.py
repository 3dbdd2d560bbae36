"""What is wrong with the arguments of a call, in one Vietnamese line with the way out."""

from __future__ import annotations

from difflib import get_close_matches

import click


def misused(error: click.ClickException) -> str:
    """The line for an error of click's; it ends with the help to read.

    >>> misused(click.NoSuchOption("--hom", possibilities=["--home", "--json"]))
    'Không có tùy chọn --hom (có phải --home?). Hãy xem: kb --help.'
    """
    context = getattr(error, "ctx", None)
    path = context.command_path if isinstance(context, click.Context) else "kb"
    return f"{_what(error)}. Hãy xem: {path} --help."


def unknown_command(name: str, known: list[str]) -> str:
    """What to say of a command that does not exist.

    >>> unknown_command("serch", ["search", "serve"])
    'Không có lệnh serch (có phải search?)'
    """
    return f"Không có lệnh {name}{_perhaps(name, known)}"


def _what(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"Không có tùy chọn {error.option_name}{_perhaps(error.option_name, error.possibilities or [])}"
        case click.BadOptionUsage() if error.message.endswith("requires an argument."):
            return f"Tùy chọn {error.option_name} cần một giá trị theo sau"
        case click.BadOptionUsage():
            return f"Tùy chọn {error.option_name} dùng sai: {_plain(error.message)}"
        case click.MissingParameter():
            return f"Còn thiếu {_parameter(error)}"
        case click.BadParameter():
            return f"Giá trị của {_parameter(error)} không dùng được: {_wanted(error)}"
        case _:
            return _plain(error.format_message())


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return "tham số"
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.Context(click.Command("kb"))).rstrip(".")
    return max(error.param.opts, key=len)


def _wanted(error: click.BadParameter) -> str:
    """What the parameter takes, by its type; click's own words where the type is not one of ours."""
    match error.param and error.param.type:
        case click.IntRange() as kind:
            return (
                f"phải là số nguyên từ {kind.min} đến {kind.max}" if kind.max else f"phải là số từ {kind.min} trở lên"
            )
        case click.types.IntParamType():
            return "phải là số nguyên"
        case click.Choice() as kind:
            return f"hãy chọn {', '.join(map(str, kind.choices))}"
        case _:
            return _plain(error.message)


def _plain(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _perhaps(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f" (có phải {near[0]}?)" if near else ""
