#!/usr/bin/python3
"""smtp_server.py FOLDER [options]: a mail server for tests, on 127.0.0.1, made of Debian's python3-aiosmtpd.

Each message it takes over stands whole in FOLDER/<n>.eml (n = 1, 2 …; renamed when complete). On standard output a line each:
  port N                         first
  connection                     one was opened
  mail N TO [tls] [auth]         message N was taken over, after its file stands
Options:
  --port N            0: any free one (default)
  --rule RULE         misbehave; may be repeated, the first that fits counts. RULE is STAGE[:TO][*TIMES]=ACTION
                      STAGE   connect, ehlo, mail, rcpt, data (the command), body (the whole message is there)
                      TO      only for this recipient (rcpt, data, body); TIMES so often, then not any more
                      ACTION  `hang`, `die`, `keep-die` (body: takes the message over, then dies), or a reply: "451 4.7.1 later"
  --tls CERT KEY      offers STARTTLS          --auth USER PASSWORD   asks for them, once TLS is there
  --plain-auth        asks for them without TLS too
Ends with TERM, or when standard input ends.
"""
import argparse
import asyncio
import os
import pathlib
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, syntax


class Rule:
    def __init__(self, text):
        match = re.fullmatch(r"(\w+)(?::([^*=]+))?(?:\*(\d+))?=(.+)", text)
        if not match:
            raise argparse.ArgumentTypeError(f"not a rule: {text}")
        self.stage, self.recipient, times, self.action = match.groups()
        self.left = int(times) if times else -1

    def fits(self, stage, recipients):
        return self.stage == stage and self.left != 0 and (not self.recipient or self.recipient in recipients)


def say(*words):
    print(*words, flush=True)


class Handler:
    def __init__(self, options):
        self.options = options
        self.count = 0

    def rule(self, stage, recipients=()):
        for rule in self.options.rule:
            if rule.fits(stage, recipients):
                rule.left -= rule.left > 0
                return rule.action
        return None

    async def misbehave(self, server, stage, recipients=()):
        """The reply to give instead of the usual one; None for the usual one."""
        action = self.rule(stage, recipients)
        if action == "hang":
            await asyncio.sleep(3600)
        if action == "die":
            server.transport.abort()
            raise asyncio.CancelledError
        return action

    def keep(self, server, session, envelope):
        self.count += 1
        path = pathlib.Path(self.options.folder) / f"{self.count}.eml"
        part = path.with_suffix(".part")
        part.write_bytes(envelope.content)
        part.rename(path)
        tls = ["tls"] if session.ssl else []
        auth = ["auth"] if session.authenticated else []
        say("mail", self.count, ",".join(envelope.rcpt_tos), *tls, *auth)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        reply = await self.misbehave(server, "ehlo")
        return [reply] if reply else responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        reply = await self.misbehave(server, "mail")
        if not reply:
            envelope.mail_from = address
        return reply or "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = await self.misbehave(server, "rcpt", [address])
        if not reply:
            envelope.rcpt_tos.append(address)
        return reply or "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        action = await self.misbehave(server, "body", envelope.rcpt_tos)
        if action and action != "keep-die":
            return action
        self.keep(server, session, envelope)
        if action:
            server.transport.abort()
            raise asyncio.CancelledError
        return f"250 2.0.0 taken over as {self.count}"


class Server(SMTP):
    def connection_made(self, transport):
        if self.transport is None:
            say("connection")
            action = self.event_handler.rule("connect")
            if action == "hang":
                return
            if action:
                if action != "die":
                    transport.write(action.encode() + b"\r\n")
                transport.close()
                return
        super().connection_made(transport)

    def connection_lost(self, error):
        if self.session is not None:
            super().connection_lost(error)

    def data_received(self, data):
        if self.session is not None:
            super().data_received(data)

    def eof_received(self):
        return super().eof_received() if self.session is not None else False

    @syntax("DATA")
    async def smtp_DATA(self, argument):
        reply = await self.event_handler.misbehave(self, "data", self.envelope.rcpt_tos)
        if reply:
            await self.push(reply)
        else:
            await super().smtp_DATA(argument)


def authenticate(options):
    user, password = (word.encode() for word in options.auth)

    def authenticator(server, session, envelope, mechanism, data):
        return AuthResult(success=data.login == user and data.password == password, handled=False)
    return authenticator


async def serve(options):
    words = {"hostname": "sink.example", "enable_SMTPUTF8": False, "timeout": 600}
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.tls)
        words["tls_context"] = context
    if options.auth:
        words |= {"auth_required": True, "auth_require_tls": not options.plain_auth, "authenticator": authenticate(options)}
    handler = Handler(options)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(handler, loop=loop, **words), "127.0.0.1", options.port)
    say("port", server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--rule", type=Rule, action="append", default=[])
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--auth", nargs=2)
    parser.add_argument("--plain-auth", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    asyncio.run(serve(options))


main()
