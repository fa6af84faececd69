#!/usr/bin/python3
"""mails.py FOLDER: the mails of a folder (.eml) as a foreign reader understands them, as JSON on standard output.

An array of {file, id, to, subject, language, text, html, links}, by file name. Python's email package decodes; what it finds
malformed is in `defects`, so that a test can insist on none.
"""
import email.policy
import json
import pathlib
import re
import sys


def defects(part):
    found = [type(defect).__name__ for defect in part.defects]
    for name in part.keys():
        found += [f"{name}: {type(defect).__name__}" for defect in part[name].defects]
    return found


def described(path):
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    plain = text.get_content() if text else ""
    return {
        "file": path.name,
        "id": message["message-id"],
        "to": [address.addr_spec for address in message["to"].addresses],
        "name": [address.display_name for address in message["to"].addresses],
        "subject": message["subject"],
        "language": message["content-language"],
        "text": plain,
        "html": html.get_content() if html else "",
        "links": re.findall(r"https?://\S+", plain),
        "defects": sum((defects(part) for part in message.walk()), []),
    }


folder = pathlib.Path(sys.argv[1])
json.dump([described(path) for path in sorted(folder.glob("*.eml"), key=lambda path: (len(path.name), path.name))], sys.stdout)
