"""The command line: which commands there are, and what becomes of what they raise.

A command is a row of `COMMANDS` and a module that holds it under its name; the module is imported when the command is
called, so `kb --help` imports none. What cannot be done is one line on stderr and status 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import click

from kb.cli import show
from kb.cli.misuse import misused, unknown_command
from kb.errors import KbError


class Row(NamedTuple):
    """A command: its name, the module that holds it under that name, and one line for the list of commands."""

    name: str
    module: str
    summary: str


COMMANDS: tuple[Row, ...] = (
    Row("ingest", "kb.cli.ingest", "Nạp tệp hoặc thư mục vào kho và lập chỉ mục cho chúng."),
    Row("index", "kb.cli.index", "Làm cho chỉ mục khớp với các tệp trong kho."),
    Row("search", "kb.cli.search", "Tìm các đoạn trả lời một câu hỏi."),
    Row("suggest", "kb.cli.suggest", "Gợi ý khi đang gõ: đề mục, tên gọi, số hiệu, người, cụm từ có trong kho."),
    Row("documents", "kb.cli.documents", "Liệt kê các văn bản trong kho."),
    Row("outline", "kb.cli.outline", "In mục lục của một văn bản."),
    Row("text", "kb.cli.text", "In chữ của một văn bản hay một mục, đã sửa hoặc như trong tệp."),
    Row("cite", "kb.cli.cite", "Ghi nguồn của một mục hay một số dòng."),
    Row("figures", "kb.cli.figures", "Liệt kê số liệu: số, đơn vị, nói về gì, thời kỳ nào, ở đâu; bảng .csv."),
    Row("references", "kb.cli.references", "Liệt kê văn bản được dẫn, sự kiện, kỷ niệm, ngày tháng; ai dẫn chiếu ai."),
    Row("findings", "kb.cli.findings", "Liệt kê chỗ tự mâu thuẫn hoặc sai phép tính, và chỗ đã thử mà khớp."),
    Row("quotes", "kb.cli.quotes", "Liệt kê những gì trong ngoặc kép: trích dẫn của ai, tên phong trào, khẩu hiệu…"),
    Row("analyze", "kb.cli.analyze", "In cách đọc một đoạn chữ: từ, và số, ngày, số hiệu ở dạng chuẩn."),
    Row("serve", "kb.cli.serve", "Mở trang tìm kiếm trên máy này."),
    Row("doctor", "kb.cli.doctor", "Khám kho và chỉ mục: chỗ nào hỏng, chữa thế nào."),
)

EXAMPLES = (
    ("kb ingest vanban/", "nạp cả thư mục vanban"),
    ("kb serve --open", "mở trang tìm kiếm trong trình duyệt"),
)

STOPPED = 130  # what shells give for Ctrl-C


class Commands(click.Group):
    """The group `kb`: its commands come from the table and are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [row.name for row in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for row in COMMANDS:
            if row.name == cmd_name:
                found: click.Command = getattr(import_module(row.module), row.name)
                return found
        if cmd_name.startswith("-"):
            return None
        raise click.UsageError(unknown_command(cmd_name, self.list_commands(ctx)), ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_help_text(ctx, formatter)
        with formatter.section("Ví dụ"):
            formatter.write_dl(list(EXAMPLES))
        with formatter.section("Lệnh (cách dùng từng lệnh: kb LỆNH --help)"):
            formatter.write_dl([(row.name, row.summary) for row in COMMANDS])
        with formatter.section("Tùy chọn"):
            formatter.write_dl([record for option in self.get_params(ctx) if (record := option.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        from kb.cli.command import help_in_vietnamese

        return help_in_vietnamese(super().get_help_option(ctx))


def group() -> Commands:
    """The command `kb`, made anew: nothing is kept between two calls."""
    from kb import __version__
    from kb.cli.command import keep, shared_options

    @click.version_option(__version__, message="kb %(version)s", help="Hiện số phiên bản.")
    @click.pass_context
    def begin(context: click.Context, /, **options: object) -> None:
        keep(context, options)
        if context.invoked_subcommand is None:
            show.line(context.get_help())

    return Commands(
        "kb",
        params=[*shared_options(), *getattr(begin, "__click_params__", [])],
        callback=begin,
        help="Kho văn bản tiếng Việt: tìm toàn văn, trích dẫn đến từng mục, trang, dòng.",
        context_settings={"help_option_names": ["-h", "--help"]},
        invoke_without_command=True,
    )


def run(arguments: Sequence[str]) -> int:
    """Answer the arguments; the exit status: 0 found or done, 1 nothing found, 2 cannot."""
    show.use_utf8()
    try:
        status = group().main(list(arguments), prog_name="kb", standalone_mode=False)
    except KbError as error:
        return _cannot(str(error))
    except click.ClickException as error:
        return _cannot(misused(error))
    except BrokenPipeError:
        return show.nobody_reads()
    except PermissionError as error:
        return _cannot(f"Không được phép ghi hay đọc {error.filename}. Hãy xin quyền với tệp hoặc thư mục ấy.")
    except OSError as error:
        return _cannot(f"Máy không cho làm: {error}. Hãy xem quyền đọc, ghi và chỗ trống trên đĩa.")
    except (KeyboardInterrupt, click.Abort):
        show.say("Đã dừng. Những gì có trước vẫn còn nguyên.")
        return STOPPED
    return status if isinstance(status, int) else 0


def _cannot(line: str) -> int:
    show.error(line)
    return 2
