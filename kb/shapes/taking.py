"""What was taken in and what was refused, as JSON."""

from __future__ import annotations

from kb.errors.words import WARNINGS
from kb.ingest import IndexReport, IngestReport, Refused, Taken
from kb.shapes import Json


def ingested(report: IngestReport) -> dict[str, Json]:
    """`kb ingest`."""
    return {
        "ingested": [_taken(taken) for taken in report.ingested],
        "unchanged": report.unchanged,
        "refused": [_refused(refused) for refused in report.refused],
    }


def indexed(report: IndexReport) -> dict[str, Json]:
    """`kb index`: what the index holds now, and what this run did."""
    return {
        "generation": report.generation,
        "documents": report.documents,
        "entries": report.entries,
        "seconds": round(report.seconds, 3),
        "skipped": report.skipped,
        "read": len(report.taken),
        "removed": report.removed,
        "refused": [_refused(refused) for refused in report.refused],
    }


def _taken(taken: Taken) -> dict[str, Json]:
    return {
        "document": taken.document,
        "path": taken.path,
        "format": taken.format,
        "pages": taken.pages,
        "lines": taken.lines,
        "sections": taken.sections,
        "repairs": taken.repairs,
        "warnings": [WARNINGS[warning]["vi"] for warning in taken.warnings],
    }


def _refused(refused: Refused) -> dict[str, Json]:
    return {"path": refused.path, "error": refused.error.what(), "cure": refused.error.cure()}
