"""Files as analysts have them, made of sentences of our own: exports of press archives, saved pages, mails, PDFs."""

import base64
import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

STORY = (
    "The crews of the island ferries stopped work on Monday after talks about the night boats broke off.",
    "The company said that it would meet the seamen's union again on Thursday. Both sides want the harbour"
    " master to be there.",
)

NEXIS_OLD = """\


                               1 of 2 DOCUMENTS


                              The Harbour Gazette

                              March 8, 2016 Tuesday
                              Late Edition

Ferry crews stop work as talks
on night boats fail

BYLINE: By Ada Brook and Tom Reed

SECTION: NEWS; Shipping; Pg. 4

LENGTH: 212 words

DATELINE: PORT ELLAN

HIGHLIGHT: The night boats stay in port for a week

 The crews of the island ferries stopped work on
Monday after talks about the night boats broke off.

 The company said that it would meet the seamen's union again
on Thursday. Update: both sides want the harbour master to be there.

URL: http://gazette.example/2016/ferries

GRAPHIC: Photo, The ferry Morag at its pier, L. Marr

 Map, The islands

LOAD-DATE: March 9, 2016

LANGUAGE: ENGLISH

CORRECTION-DATE: March 10, 2016

CORRECTION: The talks broke off on Sunday, not on Monday.

PUBLICATION-TYPE: Newspaper

                    Copyright 2016 Harbour Press Ltd
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                       Copyright 2016 Island Post Ltd
                            All Rights Reserved
                                Island Post

                                 March 2016

Union calls the offer too small

LENGTH: 88 words

The seamen's union called the company's offer too small.

LOAD-DATE: April 2, 2016
"""

NEXIS_NEW = """\
User Name: A Reader
Date and Time: Friday, March 11, 2016 9:12:00 AM CET
Job Number: 1234567
Documents (3)
1. Ferry crews stop work as talks on night boats fail
Client/Matter: -None-
Search Terms: ferry AND crews
2. Union calls the offer too small
3. An empty one

Page 1 of 4
Ferry crews stop work as talks on night boats fail

The Harbour Gazette
March 8, 2016 Tuesday 10:15 AM GMT
Late Edition

Copyright 2016 Harbour Press Ltd All Rights Reserved

Section: NEWS; Shipping; Pg. 4
Length: 212 words
Byline: Ada Brook
Dateline: PORT ELLAN
Highlight: The night boats stay in port for a week
Body

The crews of the island ferries stopped work on Monday after talks about the night boats broke off. What came before was long and slow, as the crews tell it.
Update: both sides want the harbour master to be there.

Graphic

The ferry Morag at its pier.
Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: SHIPPING (90%)
Load-Date: March 9, 2016

End of Document

Page 3 of 4
Union calls the offer too small

Island Post
March 9, 2016

Copyright 2016 Island Post Ltd All Rights Reserved

Length: 88 words
Body

The seamen's union called the company's offer too small, and said that it would not put it to its members before Friday of next week at the earliest.

Load-Date: March 9, 2016

End of Document

An empty one

Island Post
March 9, 2016

Length: 0 words
Body

Load-Date: March 9, 2016

End of Document
"""

FACTIVA_TAGGED = """\
HD\tFerry crews stop work as talks on night boats fail
BY\tBy Ada Brook
CR\tHarbour Wire
WC\t212 words
PD\t8 March 2016
ET\t10:15
SN\tThe Harbour Gazette
SC\tHARGAZ
ED\tLate Edition
PG\t4
LA\tEnglish
CY\tCopyright 2016 Harbour Press Ltd

LP\t
PORT ELLAN -- The crews of the island ferries stopped work on Monday after talks about the night boats broke off.

TD\t
The company said that it would meet the seamen's union again on Thursday, and that the night boats would stay in port until then.

IN the end both sides want the harbour master to be there.

CO\tharb : Harbour Ferries Ltd
IN\ti75 : Shipping
NS\tgcat : Politics
AN\tDocument HARGAZ0020160308ec380002w

HD\tUnion calls the offer too small
WC\t88 words
PD\t9 March 2016
SN\tIsland Post
SC\tISLPOS
LA\tEnglish
LP\t
The seamen's union called the company's offer too small.
AN\tDocument ISLPOS0020160309ec390001a

Search Summary
Text\tferry
Results Found\t2
© 2016 Factiva, Inc. All rights reserved.
"""

FACTIVA_DISPLAYED = """\
News
Ferry crews stop work as talks on night boats fail

By Ada Brook
212 words
8 March 2016
10:15
The Harbour Gazette
HARGAZ
Late Edition
4
English
Copyright 2016 Harbour Press Ltd
All Rights Reserved.

PORT ELLAN -- The crews of the island ferries stopped work on Monday after talks about the night boats broke off, as they had said they would.

The company said that it would meet the seamen's union again on Thursday.

Document HARGAZ0020160308ec380002w

Union calls the offer too small
88 words
9 March 2016
Island Post
ISLPOS
English
(c) 2016 Island Post Ltd

The seamen's union called the company's offer too small.

Document ISLPOS0020160309ec390001a

A third that breaks off
77 words
9 March 2016
Island Post
ISLPOS
English
(c) 2016 Island Post Ltd

The harbour master did not
"""


def rtf(text: str) -> bytes:
    """A text as RTF, a paragraph a line; what is not ASCII is written as `\\u`."""
    lines = []
    for line in text.split("\n"):
        safe = line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\t", "\\tab ")
        lines.append("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in safe) + "\\par")
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}}{\\*\\generator Own;}"
    return (head + "{\\header Page 1 of 9\\par}\\f0\\fs20 " + "\r\n".join(lines) + "}").encode("ascii")


def docx(text: str) -> bytes:
    """A text as a Word document, a paragraph a line."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{line.replace('&', '&amp;').replace('<', '&lt;')}</w:t></w:r></w:p>"
        for line in text.split("\n")
    )
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive of some members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def pdf(pages: Sequence[Sequence[str]], *, locked: bool = False) -> bytes:
    """A PDF of pages of lines; `locked` says that it needs a password."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<01> <01>]"
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {lock if locked else ''} >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out + end.encode()


HTML = (
    "<!DOCTYPE html><html><head><title>Ferry crews stop work</title></head><body><article><h1>Ferry crews stop work</h1>"
    + "".join(f"<p>{paragraph} Caf\u00e9 owners on the islands fear for the season.</p>" for paragraph in STORY * 2)
    + "</article></body></html>"
)


def mhtml(html: str = HTML, *, coding: str = "quoted-printable") -> bytes:
    """A page as browsers save it in one file, with a picture and a frame."""
    import quopri

    body = (
        quopri.encodestring(html.encode()) if coding == "quoted-printable" else base64.encodebytes(html.encode())
    ).decode("ascii")
    return (
        "From: <Saved by Own>\r\n"
        "Snapshot-Content-Location: https://gazette.example/2016/ferries\r\n"
        "Subject: =?utf-8?Q?Ferry=20crews?=\r\n"
        "Date: Wed, 9 Mar 2016 10:30:00 +0100\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part"\r\n\r\n\r\n'
        "------Part\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>Buy now</p>\r\n"
        f"------Part\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {coding}\r\n"
        f"Content-Location: https://gazette.example/2016/ferries\r\n\r\n{body}\r\n"
        "------Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://gazette.example/a.png\r\n\r\niVBORw0KGgo=\r\n"
        "------Part--\r\n"
    ).encode()


def mail(
    *, html: str | None = HTML, plain: str | None = "The crews stopped work.", subject: str = "Café news"
) -> bytes:
    """A newsletter as it comes by mail."""
    message = EmailMessage()
    message["From"] = '"The Harbour Gazette" <news@gazette.example>'
    message["Subject"] = subject
    message["Date"] = "Tue, 08 Mar 2016 23:30:00 -0500"
    message["Message-ID"] = "<1@gazette.example>"
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        if plain is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="a.zip")
    return bytes(message)


def webarchive(html: str = HTML) -> bytes:
    """A page as Safari saves it."""
    import plistlib

    main = {
        "WebResourceData": html.encode(),
        "WebResourceURL": "https://gazette.example/2016/ferries",
        "WebResourceMIMEType": "text/html",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
