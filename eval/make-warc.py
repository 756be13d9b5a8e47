#!/usr/bin/env python3
"""Make one WARC file of a wanted size from folders of pages, to measure with.

usage: make-warc.py OUT.warc[.gz] MEGABYTES FOLDER...

Pages (*.html, *.html.gz) are taken round and round, each time under another address and with a
comment of its own at its end, so that no two records have the same bytes. With .gz every record is
a member of its own, as crawlers write them. MEGABYTES counts the records before compression.
"""
import gzip, os, sys


def pages(folders):
    for folder in folders:
        for where, below, names in sorted(os.walk(folder)):
            for name in sorted(names):
                path = os.path.join(where, name)
                if name.endswith(".html.gz"):
                    yield gzip.open(path).read()
                elif name.endswith(".html"):
                    yield open(path, "rb").read()


def record(number, page):
    body = page + b"\n<!-- %d -->\n" % number
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r\n"
        "WARC-Date: 2031-03-05T00:00:00Z\r\nWARC-Target-URI: https://pages.example/%d\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    ) % (number, number, len(http))
    return head.encode() + http + b"\r\n\r\n"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    out, size = sys.argv[1], int(sys.argv[2]) * 1000000
    kept = list(pages(sys.argv[3:]))
    if not kept:
        sys.exit("no pages in " + " ".join(sys.argv[3:]))
    written = number = 0
    with open(out, "wb") as file:
        while written < size:
            data = record(number, kept[number % len(kept)])
            written += len(data)
            number += 1
            file.write(gzip.compress(data, 1) if out.endswith(".gz") else data)
    print("%d records, %d MB" % (number, written // 1000000))


main()
