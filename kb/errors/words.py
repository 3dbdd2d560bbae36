"""What errors and warnings say, Vietnamese and English, as tables: (what happened to what, what to do about it)."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]

Words = tuple[str, str]

WORDS: dict[str, dict[Language, Words]] = {
    "no-such-file": {
        "vi": ("Không có tệp {path}", "Hãy xem lại đường dẫn"),
        "en": ("There is no file {path}", "Check the path"),
    },
    "no-permission": {
        "vi": ("Không được phép đọc {path}", "Hãy xin quyền đọc tệp hoặc thư mục ấy"),
        "en": ("Not allowed to read {path}", "Ask for permission to read that file or folder"),
    },
    "unknown-format": {
        "vi": ("Chưa đọc được loại tệp {format}: {path}", "Hãy chuyển sang một trong các loại: {known}"),
        "en": ("Cannot read files of type {format} yet: {path}", "Convert it to one of: {known}"),
    },
    "empty-source": {
        "vi": ("Tệp không có chữ nào: {path}", "Hãy mở tệp xem có nội dung không rồi chép lại"),
        "en": ("The file has no text: {path}", "Open it, see whether it has content, and copy it again"),
    },
    "unreadable-source": {
        "vi": ("Không đọc được {path}: {why}", "Hãy mở tệp, lưu lại dưới dạng văn bản UTF-8 rồi nạp lại"),
        "en": ("Cannot read {path}: {why}", "Open the file, save it as UTF-8 text, and ingest it again"),
    },
    "bad-row": {
        "vi": ("Dòng {line} của {path} không phải một văn bản: {why}", "Hãy sửa dòng ấy rồi nạp lại"),
        "en": ("Line {line} of {path} is no document: {why}", "Mend that line and ingest the file again"),
    },
    "same-id": {
        "vi": ("{path} có mã {document} như {other}", "Hãy đặt mã khác trong catalogue.toml hoặc trong tệp .jsonl"),
        "en": ("{path} has the id {document} like {other}", "Give another id in catalogue.toml or in the .jsonl file"),
    },
    "bad-catalogue": {
        "vi": ("Danh mục {path} sai: {why}", "Hãy sửa tệp danh mục rồi chạy lại kb index"),
        "en": ("The catalogue {path} is wrong: {why}", "Mend the catalogue and run kb index again"),
    },
    "bad-synonyms": {
        "vi": ("Dòng {line} của {path} sai: {why}", "Hãy sửa dòng ấy; các cột cách nhau bằng phím Tab"),
        "en": ("Line {line} of {path} is wrong: {why}", "Mend that line; columns are parted by the Tab key"),
    },
    "home-unwritable": {
        "vi": ("Không ghi được vào kho, ở {path}: {why}", "Hãy xem quyền ghi và chỗ trống trên đĩa rồi chạy lại"),
        "en": ("Cannot write to the home, in {path}: {why}", "See the right to write and the room on the disk"),
    },
    "index-missing": {
        "vi": ("Chưa có chỉ mục ở {path}", "Hãy chạy: kb index"),
        "en": ("There is no index in {path}", "Run: kb index"),
    },
    "index-outdated": {
        "vi": ("Chỉ mục ở {path} do bản kb khác làm ra", "Hãy chạy: kb index --rebuild"),
        "en": ("The index in {path} was made by another version of kb", "Run: kb index --rebuild"),
    },
    "index-busy": {
        "vi": (
            "Đang có lượt ghi khác vào chỉ mục (tiến trình {process} trên máy {host})",
            "Hãy đợi lượt ấy xong rồi chạy lại",
        ),
        "en": (
            "Another writer holds the index (process {process} on {host})",
            "Wait until it has finished and try again",
        ),
    },
    "index-damaged": {
        "vi": ("Chỉ mục ở {path} bị hỏng: {why}", "Hãy chạy: kb index --rebuild"),
        "en": ("The index in {path} is damaged: {why}", "Run: kb index --rebuild"),
    },
    "index-unwritable": {
        "vi": ("Không ghi được chỉ mục ở {path}: {why}", "Hãy xem chỗ trống trên đĩa và quyền ghi rồi chạy lại"),
        "en": (
            "Cannot write the index in {path}: {why}",
            "See the room on the disk and the right to write, then try again",
        ),
    },
    "engine-unavailable": {
        "vi": ("Máy tìm kiếm ở {address} không trả lời: {why}", "Hãy xem máy ấy còn chạy không"),
        "en": ("The search engine at {address} does not answer: {why}", "See whether it is running"),
    },
    "model-missing": {
        "vi": ("Bộ tách từ pyvi thiếu hoặc khác bản: {path}", "Hãy cài đúng bản: pip install pyvi==0.1.1"),
        "en": (
            "The word model of pyvi is missing or another version: {path}",
            "Install the right version: pip install pyvi==0.1.1",
        ),
    },
    "no-such-document": {
        "vi": ("Không có văn bản {document} trong kho", "Hãy xem các văn bản: kb documents"),
        "en": ("There is no document {document}", "See the documents: kb documents"),
    },
    "no-such-section": {
        "vi": ("Văn bản {document} không có mục {section}", "Hãy xem mục lục: kb outline {document}"),
        "en": ("Document {document} has no section {section}", "See its outline: kb outline {document}"),
    },
    "no-such-lines": {
        "vi": ("Văn bản {document} không có dòng {lines}", "Văn bản có các dòng từ 1 đến {last}"),
        "en": ("Document {document} has no lines {lines}", "It has lines 1 to {last}"),
    },
    "no-printed-line": {
        "vi": ("Ở dòng {lines} của văn bản {document} không in chữ nào", "Hãy chọn dòng có chữ: kb text {document}"),
        "en": ("Nothing is printed on lines {lines} of document {document}", "Choose others: kb text {document}"),
    },
    "bad-request": {
        "vi": ("Không hiểu {name}={value}", "{allowed}"),
        "en": ("Cannot understand {name}={value}", "{allowed}"),
    },
    "desk-unusable": {
        "vi": ("Không dùng được bàn làm việc ở {path}: {why}", "Hãy chép lại tệp ấy từ bản sao, hoặc đổi tên nó đi"),
        "en": ("The desk in {path} cannot be used: {why}", "Put a copy of the file back, or rename it"),
    },
    "no-such-finding": {
        "vi": ("Không có chỗ cần xem lại mang mã {finding}", "Hãy xem mã ở đầu dòng: kb findings"),
        "en": ("There is no finding with the id {finding}", "The ids begin the lines of: kb findings"),
    },
    "nothing-asked": {
        "vi": ("Chưa có câu hỏi", "Hãy gõ điều cần tìm, ví dụ: kb search thi đua"),
        "en": ("Nothing was asked", "Type what you are looking for: kb search thi đua"),
    },
    "port-taken": {
        "vi": ("Cổng {port} đang có chương trình khác dùng", "Hãy chọn cổng khác: --port {other}"),
        "en": ("Port {port} is taken by another program", "Choose another one: --port {other}"),
    },
    "host-not-local": {
        "vi": (
            "Không mở kho ở --host {host}",
            "Để máy khác trong mạng nội bộ đọc, hãy chạy: kb serve --share; chỉ riêng máy này thì bỏ --host",
        ),
        "en": (
            "Cannot serve at --host {host}",
            "To let machines of the local network read, run: kb serve --share; for this machine alone leave out --host",
        ),
    },
    "no-network": {
        "vi": (
            "Máy này chưa nối mạng nội bộ nào",
            "Hãy nối mạng rồi chạy lại, hoặc ghi địa chỉ của máy: kb serve --share --host 192.168.1.7",
        ),
        "en": (
            "This machine is in no local network",
            "Join one and run it again, or name the address: kb serve --share --host 192.168.1.7",
        ),
    },
    "code-needed": {
        "vi": ("Kho này mở bằng mã", "Nhập mã sáu số đang hiện trên máy trình chiếu"),
        "en": ("These documents open with a code", "Type the six digits shown on the presenting machine"),
    },
    "code-wrong": {
        "vi": ("Mã không đúng", "Nhập mã sáu số đang hiện trên máy trình chiếu"),
        "en": ("The code is not right", "Type the six digits shown on the presenting machine"),
    },
    "too-many-codes": {
        "vi": ("Máy này đã nhập sai mã quá nhiều lần", "Hãy đợi {minutes} phút rồi nhập lại"),
        "en": ("Too many wrong codes from this machine", "Wait {minutes} minutes and try again"),
    },
    "reading-only": {
        "vi": ("Từ máy khác chỉ đọc được", "Việc này làm trên chính máy đang mở kho"),
        "en": ("Other machines may only read", "Do this on the machine that serves the documents"),
    },
    "no-such-page": {
        "vi": ("Không có trang {path}", "Hãy xem lại địa chỉ, hoặc tìm lại từ trang đầu"),
        "en": ("There is no page {path}", "Check the address, or search again from the start page"),
    },
    "unknown-host": {
        "vi": (
            "Máy không trả lời cho tên {host}",
            "Hãy mở bằng địa chỉ mà kb serve in ra, ví dụ http://127.0.0.1:8000",
        ),
        "en": (
            "This server does not answer for {host}",
            "Open the address that kb serve printed, as http://127.0.0.1:8000",
        ),
    },
    "internal-fault": {
        "vi": ("Máy gặp lỗi khi làm trang này", "Hãy thử lại; nếu vẫn lỗi, hãy chạy: kb doctor"),
        "en": ("Something broke while this page was made", "Try again; if it stays, run: kb doctor"),
    },
}

REASONS: dict[str, dict[Language, str]] = {
    "newer-desk": {
        "vi": "bản kb mới hơn đã ghi tệp ấy",
        "en": "a newer kb wrote it",
    },
    "not-utf8": {
        "vi": "không phải chữ UTF-8 (từ byte thứ {place})",
        "en": "it is not UTF-8 (from byte {place} on)",
    },
    "not-as-named": {
        "vi": "tên tệp ghi {suffix} mà bên trong không phải loại ấy, có lẽ tệp bị hỏng",
        "en": "it is named {suffix} and holds something else; it may be damaged",
    },
    "name-not-utf8": {"vi": "tên tệp không phải chữ UTF-8", "en": "its name is not UTF-8"},
    "not-json": {"vi": "không đúng JSON", "en": "it is not JSON"},
    "no-object": {"vi": "không có dạng {{id, title, text}}", "en": "it is not of the form {{id, title, text}}"},
    "no-text": {"vi": "không có text hoặc text không có chữ nào", "en": "it has no text"},
    "no-room": {"vi": "đĩa đã đầy", "en": "the disk is full"},
    "write-refused": {"vi": "không có quyền ghi", "en": "writing is not permitted"},
    "broken-contents": {"vi": "không đọc được mục lục ({detail})", "en": "its contents cannot be read ({detail})"},
    "broken-segment": {"vi": "không đọc được đoạn ({detail})", "en": "a segment of it cannot be read ({detail})"},
    "lost-reading": {"vi": "mất lượt đọc {reading}", "en": "reading {reading} is lost"},
    "counts": {
        "vi": "máy tìm có {entries} đoạn, thư viện có {chunks}",
        "en": "the engine has {entries} passages, the library {chunks}",
    },
    "no-letters": {"vi": "text có ký tự không phải chữ", "en": "its text holds what is no letter"},
    "bad-id": {"vi": "mã {id!r} không dùng được", "en": "the id {id!r} cannot be used"},
    "odd-how": {
        "vi": "cột đầu là {how!r}, phải là một trong: {known}",
        "en": "its first column is {how!r}, not one of: {known}",
    },
    "no-right": {"vi": "không ghi từ nào để tìm thêm", "en": "it names nothing to look for"},
    "odd-word": {
        "vi": "{word!r} không có chữ nào, hoặc dài hơn {most} tiếng",
        "en": "{word!r} has no letters, or more than {most} words",
    },
    "short-name": {
        "vi": "tên {name!r} phải có từ hai từ trở lên và không quá dài",
        "en": "the name {name!r} needs two words or more and must not be too long",
    },
    "odd-respect": {
        "vi": "tiếng gọi {word!r} phải là một từ viết hoa chữ đầu",
        "en": "{word!r} is not one word with a capital",
    },
    "odd-weight": {"vi": "mức {weight!r} không phải số từ 0 đến 1", "en": "{weight!r} is no number from 0 to 1"},
    "toml": {"vi": "dòng {line} không đúng cú pháp ({detail})", "en": "line {line} is not TOML ({detail})"},
    "unknown-key": {
        "vi": "dòng {line} có khóa lạ {key} (các khóa: {known})",
        "en": "line {line} has an unknown key {key} (keys: {known})",
    },
    "wrong-type": {"vi": "dòng {line}: {key} phải là {type}", "en": "line {line}: {key} must be a {type}"},
    "missing-key": {"vi": "dòng {line} thiếu {key}", "en": "line {line} lacks {key}"},
    "unusable-id": {
        "vi": "dòng {line}: mã {id!r} không dùng được (chỉ chữ, số và . _ ~ -)",
        "en": "line {line}: the id {id!r} cannot be used (letters, digits and . _ ~ - only)",
    },
    "twice": {
        "vi": "dòng {line}: {key} {value} đã có ở dòng {first}",
        "en": "line {line}: {key} {value} stands in line {first} already",
    },
}

WARNINGS: dict[str, dict[Language, str]] = {
    "no-prose": {
        "vi": "trang không có đoạn văn nào, có lẽ toàn văn nằm ở tệp khác",
        "en": "the page has no paragraph of text; the document may be in another file",
    },
    "replaced": {"vi": "thay bản khác đã có ở chỗ ấy", "en": "it takes the place of other text there"},
}
