"""Every error a person may see, as one tree.

    KbError
    ├── NoSuchFile, NoPermission, UnknownFormat, EmptySource, UnreadableSource     a source cannot be taken
    ├── BadRow, SameId                                                            one document of a source cannot
    ├── BadCatalogue, BadSynonyms, HomeUnwritable                                 corpus/ and what people wrote for it
    ├── IndexMissing, IndexOutdated, IndexBusy, IndexDamaged, EngineUnavailable    the index cannot answer
    ├── IndexUnwritable                                                           the index cannot be written
    ├── DeskUnusable, NoSuchFinding                                               what people make here
    ├── ModelMissing                                                              the word segmenter
    ├── NoSuchDocument, NoSuchSection, NoSuchLines, NoPrintedLine                  a place that is not there
    ├── BadRequest, PortTaken, HostNotLocal, NoNetwork                            a face was asked what it cannot do
    ├── CodeNeeded, CodeWrong, TooManyCodes, ReadingOnly                          who reads from another machine
    ├── NoSuchPage, UnknownHost                                                   an address the pages do not answer
    └── InternalFault                                                             a fault of kb itself, as pages show it

An error carries its code and its values; the words stand in the tables of kb.errors.words, Vietnamese first, and the
face that shows them chooses the language. `what` says what happened and to what, `cure` says what to do. A value `why`
that names a row of `REASONS` is put into words too.
"""

from __future__ import annotations

from typing import ClassVar

from kb.errors.words import REASONS, WORDS, Language


class KbError(Exception):
    """Something that cannot be done, in words a person can act on.

    >>> str(NoSuchFile(path="a.txt"))
    'Không có tệp a.txt. Hãy xem lại đường dẫn.'
    """

    code: ClassVar[str] = "error"

    def __init__(self, **values: object) -> None:
        super().__init__(self.code, values)
        self.values = values

    def what(self, language: Language = "vi") -> str:
        """What happened, and to what; no full stop at the end."""
        return self._filled(WORDS[self.code][language][0], language)

    def cure(self, language: Language = "vi") -> str:
        """What to do about it; no full stop at the end."""
        return self._filled(WORDS[self.code][language][1], language)

    def __str__(self) -> str:
        return f"{self.what()}. {self.cure()}."

    def _filled(self, words: str, language: Language) -> str:
        reason = REASONS.get(str(self.values.get("why")))
        if reason is None:
            return words.format_map(self.values)
        return words.format_map(self.values | {"why": reason[language].format_map(self.values)})


class NoSuchFile(KbError):
    code = "no-such-file"


class NoPermission(KbError):
    code = "no-permission"


class UnknownFormat(KbError):
    code = "unknown-format"


class EmptySource(KbError):
    code = "empty-source"


class UnreadableSource(KbError):
    code = "unreadable-source"


class BadRow(KbError):
    code = "bad-row"


class SameId(KbError):
    code = "same-id"


class BadCatalogue(KbError):
    code = "bad-catalogue"


class BadSynonyms(KbError):
    """A line of synonyms.tsv or names.tsv."""

    code = "bad-synonyms"


class HomeUnwritable(KbError):
    code = "home-unwritable"


class IndexMissing(KbError):
    code = "index-missing"


class IndexOutdated(KbError):
    code = "index-outdated"


class IndexBusy(KbError):
    code = "index-busy"


class IndexDamaged(KbError):
    code = "index-damaged"


class IndexUnwritable(KbError):
    code = "index-unwritable"


class EngineUnavailable(KbError):
    code = "engine-unavailable"


class ModelMissing(KbError):
    code = "model-missing"


class NoSuchDocument(KbError):
    code = "no-such-document"


class NoSuchSection(KbError):
    code = "no-such-section"


class NoSuchLines(KbError):
    code = "no-such-lines"


class NoPrintedLine(KbError):
    code = "no-printed-line"


class BadRequest(KbError):
    code = "bad-request"


class DeskUnusable(KbError):
    code = "desk-unusable"


class NoSuchFinding(KbError):
    code = "no-such-finding"


class NothingAsked(KbError):
    code = "nothing-asked"


class PortTaken(KbError):
    code = "port-taken"


class HostNotLocal(KbError):
    code = "host-not-local"


class NoNetwork(KbError):
    code = "no-network"


class CodeNeeded(KbError):
    code = "code-needed"


class CodeWrong(KbError):
    code = "code-wrong"


class TooManyCodes(KbError):
    code = "too-many-codes"


class ReadingOnly(KbError):
    code = "reading-only"


class NoSuchPage(KbError):
    code = "no-such-page"


class UnknownHost(KbError):
    code = "unknown-host"


class InternalFault(KbError):
    code = "internal-fault"
