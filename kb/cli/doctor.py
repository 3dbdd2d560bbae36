"""`kb doctor`: is the home well, and if not, what helps."""

from __future__ import annotations

from kb.cli import show
from kb.cli.command import Example, Request, command


@command(Example("kb doctor", "khám kho đang dùng; mã thoát 1 khi có chỗ hỏng"))
def doctor(request: Request) -> int:
    """Khám kho và chỉ mục: chỗ nào hỏng, chữa thế nào."""
    from kb.doctor import examine
    from kb.shapes.health import checks

    made = examine(request.home)
    if request.json:
        show.as_json(checks(made))
    else:
        for check in made:
            mark = "✓" if check.ok else "✗"
            show.line(f"{mark} {check.title}: {check.detail}" + (f". {check.cure}." if check.cure else ""))
    return 0 if all(check.ok for check in made) else 1
