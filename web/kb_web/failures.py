"""What cannot be answered, as a page or as JSON: what happened, to which part of the address, and ways on that work."""

from __future__ import annotations

from urllib.parse import unquote

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from kb import errors
from kb.errors import KbError
from kb.links import document_url, search_url
from kb.model import DocumentId
from kb_web import asked
from kb_web.frame import Link, page
from kb_web.language import chosen
from kb_web.language import gettext as _

API = "/api/"

STATUSES: tuple[tuple[type[KbError], int], ...] = (
    (errors.NoSuchDocument, 404),
    (errors.NoSuchSection, 404),
    (errors.NoSuchFinding, 404),
    (errors.NoSuchLines, 404),
    (errors.NoSuchPage, 404),
    (errors.NoSuchFile, 404),
    (errors.DeskUnusable, 503),
    (errors.BadSynonyms, 503),
    (errors.BadRequest, 400),
    (errors.CodeNeeded, 403),
    (errors.CodeWrong, 403),
    (errors.ReadingOnly, 403),
    (errors.TooManyCodes, 429),
    (errors.UnknownHost, 421),
    (errors.IndexMissing, 503),
    (errors.IndexOutdated, 503),
    (errors.IndexBusy, 503),
    (errors.IndexDamaged, 503),
    (errors.EngineUnavailable, 503),
    (errors.ModelMissing, 503),
    (KbError, 500),
)


def register(app: Flask) -> None:
    """Answer every error of kb, every unknown address, and a fault of our own, in words and with its status."""
    app.register_error_handler(KbError, answer)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(500, _fault)


def status_of(error: KbError) -> int:
    """The status an error is answered with."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def answer(error: KbError) -> Response:
    """The page of an error; under /api/ its JSON."""
    status = status_of(error)
    language = chosen()
    what, cure = error.what(language), error.cure(language)
    if request.path.startswith(API):
        response = jsonify({"error": {"code": error.code, "message": what, "cure": cure}})
    elif isinstance(error, errors.CodeNeeded | errors.CodeWrong):
        response = Response(_code_page(error, what, cure), mimetype="text/html")
    else:
        values = {"title": _title(status), "what": what, "cure": cure, "links": _ways_on(error), "status": status}
        response = Response(page("error.html", address=_address(), **values), mimetype="text/html")
    response.status_code = status
    return response


def _refused(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    if error.code == 404:
        return answer(errors.NoSuchPage(path=request.path[:100]))
    if error.code >= 500:
        return _fault(error)
    allowed = error.description or error.name
    response = answer(errors.BadRequest(name=request.method, value=request.path[:100], allowed=allowed.rstrip(".")))
    response.status_code = error.code
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(error.valid_methods)
    return response


def _code_page(error: KbError, what: str, cure: str) -> str:
    """The page that asks for the code, and keeps the address that was asked for."""
    return page(
        "code.html",
        title=_("Nhập mã để đọc"),
        what=what,
        cure=cure,
        is_wrong=isinstance(error, errors.CodeWrong),
        kept=tuple(pair for pair in request.args.items(multi=True) if pair[0] != "code"),
    )


def _fault(_error: Exception) -> Response:
    return answer(errors.InternalFault())


def _title(status: int) -> str:
    titles = {400: _("Địa chỉ chưa đúng"), 404: _("Không có trang này"), 503: _("Chưa tìm được")}
    return titles.get(status, _("Không mở được"))


def _ways_on(error: KbError) -> tuple[Link, ...]:
    """Links that work from here; none while the index does not answer."""
    start = Link(_("Tìm lại từ đầu"), "/")
    documents = Link(_("Xem trong kho có những văn bản nào"), "/documents")
    question = asked.question(request.args)
    match error:
        case errors.NoSuchSection() | errors.NoSuchLines():
            document = DocumentId(str(error.values["document"]))
            return (Link(_("Mở cả văn bản ấy"), document_url(document, q=question)), start, documents)
        case errors.BadRequest() if question:
            return (Link(_("Tìm “{question}”, bỏ phần ấy").format(question=question), search_url(q=question)), start)
        case _ if status_of(error) in (404, 400):
            return (start, documents)
    return ()


def _address() -> str:
    query = request.query_string.decode("utf-8", "replace")
    return unquote(request.path + ("?" + query if query else ""))[:200]
