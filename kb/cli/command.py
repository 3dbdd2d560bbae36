"""What every command of `kb` has: examples in its help, --home, --json and -v, and the request these make.

A command is a function of a `Request` and its own options that returns an exit status: 0 found or done, 1 nothing
found; what cannot be done is raised as a KbError. Help is Vietnamese and begins with what the command is for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import click

from kb.home import Home, chosen_home

SHARED = ("home", "json", "verbose")


@dataclass(frozen=True, slots=True)
class Request:
    """Where the home is and how the answer is to be shown."""

    home: Home
    json: bool = False
    verbose: bool = False


class Example(NamedTuple):
    """A line to type, and what it does."""

    line: str
    does: str


class Help(click.Command):
    """A command whose help shows examples first, under Vietnamese headings."""

    examples: tuple[Example, ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_help_text(ctx, formatter)
        with formatter.section("Ví dụ"):
            formatter.write_dl([(example.line, example.does) for example in self.examples])
        with formatter.section("Cách gọi"):
            formatter.write_text(f"{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}")
        with formatter.section("Tùy chọn"):
            formatter.write_dl([record for option in self.get_params(ctx) if (record := option.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return help_in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, self._words_last(ctx, args) if ctx.ignore_unknown_options else args)

    def _words_last(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The options with their values, then "--" and everything else.

        click alone reads "-vàng" as -v and "-àng".
        """
        takes_value = {
            name: not option.is_flag and not option.is_eager
            for option in self.get_params(ctx)
            if isinstance(option, click.Option)
            for name in option.opts
        }
        options: list[str] = []
        words: list[str] = []
        waiting = list(args)
        while waiting:
            arg = waiting.pop(0)
            if arg == "--":
                words += waiting
                break
            if arg not in takes_value and arg.partition("=")[0] not in takes_value:
                words.append(arg)
                continue
            options.append(arg)
            if takes_value.get(arg) and waiting:
                options.append(waiting.pop(0))
        return [*options, "--", *words]


def help_in_vietnamese(option: click.Option | None) -> click.Option | None:
    """The option --help with Vietnamese words."""
    if option is not None:
        option.help = "Hiện phần trợ giúp này."
    return option


def command(*examples: Example, unknown_options: bool = False) -> Callable[[Callable[..., int]], Help]:
    """Make a command of a function; its docstring is the help, its first argument the `Request`.

    The function has its own options by click.option and click.argument as usual, written below this decorator. With
    `unknown_options`, what is no option of the command is one of its arguments (kb search thi đua -doanh).
    """

    def made(function: Callable[..., int]) -> Help:
        @click.pass_context
        def answer(context: click.Context, /, **options: object) -> int:
            return function(_request(context, options), **options)

        made_command = Help(
            None,
            params=[*reversed(getattr(function, "__click_params__", [])), *shared_options()],
            callback=answer,
            help=function.__doc__,
            options_metavar="[TÙY CHỌN]",
            context_settings={"ignore_unknown_options": unknown_options, "help_option_names": ["-h", "--help"]},
        )
        made_command.examples = examples
        return made_command

    return made


def shared_options() -> list[click.Parameter]:
    """--home, --json and -v; they may stand before the name of the command and after it."""
    return [
        click.Option(
            ["--home"],
            type=click.Path(path_type=Path),
            metavar="THƯ_MỤC",
            help="Thư mục của kho, trong có corpus/, index/, desk/ (hoặc đặt biến KB_HOME).",
        ),
        click.Option(["--json"], is_flag=True, help="In kết quả dạng JSON."),
        click.Option(["-v", "--verbose"], is_flag=True, help="Kể thêm việc đang làm và thời gian."),
    ]


def keep(context: click.Context, options: dict[str, object]) -> None:
    """Remember the shared options that stood before the name of the command."""
    context.obj = {name: options.pop(name) for name in SHARED}


def _request(context: click.Context, options: dict[str, object]) -> Request:
    before = context.obj or {}
    home, json, verbose = (options.pop(name) or before.get(name) for name in SHARED)
    return Request(chosen_home(home if isinstance(home, Path) else None), bool(json), bool(verbose))
