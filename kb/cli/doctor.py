"""`kb doctor`: is the home well, and if not, what helps."""

from __future__ import annotations

from kb.cli import show
from kb.cli.command import Example, Request, command


@command(Example("kb doctor", "khám kho đang dùng; mã thoát 1 khi có chỗ hỏng"))
def doctor(request: Request) -> int:
    """Khám kho và chỉ mục: chỗ nào hỏng, chữa thế nào."""
    from kb.doctor import examine

    checks = examine(request.home)
    if request.json:
        rows = [
            {"name": check.name, "ok": check.ok, "detail": check.detail, "cure": check.cure or None} for check in checks
        ]
        show.as_json({"checks": rows})
    else:
        for check in checks:
            mark = "✓" if check.ok else "✗"
            show.line(f"{mark} {check.title}: {check.detail}" + (f". {check.cure}." if check.cure else ""))
    return 0 if all(check.ok for check in checks) else 1
