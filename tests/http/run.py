"""run.py --base http://127.0.0.1:PORT --var VAR [--only WORD]: the HTTP and FastCGI tests against a running instance with the
demonstration region. Runs every function test_* of every test_*.py here; prints `ok NAME` or `not ok NAME` and why."""
import argparse
import importlib
import os
import pathlib
import subprocess
import sys
import traceback

import browser
import fastcgi

HERE = pathlib.Path(__file__).resolve().parent


class Env:
    """The instance under test."""

    def __init__(self, base, var):
        self.base, self.var = base.rstrip("/"), os.path.abspath(var)
        self.settings = dict(
            [part.strip() for part in line.split("=", 1)]
            for line in open(self.var + "/praktikum.conf", encoding="utf-8") if "=" in line and line[0] != "#")
        self.fcgi = fastcgi.Client(os.path.join(self.var, self.settings["web_socket"]))
        self.program = os.environ.get("PRAKTIKUM", str(HERE.parent.parent / "build" / "praktikum"))

    def browser(self, lang="nb"):
        """Nobody's browser."""
        return browser.Browser(self.base, lang)

    def signed_in(self, name, lang="nb"):
        """The browser of NAME@demo.example."""
        b = self.browser(lang)
        answer = b.sign_in(name + "@demo.example")
        assert answer.status == 303, "sign-in of %s: %d" % (name, answer.status)
        return b

    def sql(self, text):
        """Rows (lists of text) of a statement run as the database's owner."""
        out = subprocess.run(
            ["mariadb", "--no-defaults", "--socket=" + self.settings["database_socket"],
             "--user=" + self.settings["database_owner"], "--batch", "--skip-column-names",
             self.settings["database_name"]],
            input=text, capture_output=True, text=True, check=True, cwd=self.var,
            env={**os.environ, "MYSQL_PWD": self.settings["database_owner_password"]}).stdout
        return [line.split("\t") for line in out.splitlines()]

    def kill(self, extra=""):
        """Ends the workers' and jobs' connections to the database, or those that are as `extra` says; gives how many. Only the
        server's root sees them."""
        command = ["mariadb", "--no-defaults", "--socket=" + self.settings["database_socket"], "--user=root", "--batch", "--skip-column-names"]
        def ask(text):
            return subprocess.run(command, input=text, capture_output=True, text=True, check=False, cwd=self.var).stdout.split()
        found = ask("SELECT id FROM information_schema.processlist WHERE user = '%s' %s" % (self.settings["database_user"], extra))
        for one in found:
            ask("KILL " + one)  # it may have gone by itself
        return len(found)

    def run(self, *args, stdin=""):
        """The program with this instance's configuration."""
        return subprocess.run([self.program, *args, "--conf", self.var + "/praktikum.conf"], input=stdin,
                              capture_output=True, text=True, timeout=120)


def main():
    """Runs all; exit status 1 when one failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--var", required=True)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    env, failed = Env(options.base, options.var), 0
    for module in sorted(path.stem for path in HERE.glob("test_*.py")):
        loaded = importlib.import_module(module)
        for name, function in list(vars(loaded).items()):
            if not name.startswith("test_") or options.only not in module + "." + name:
                continue
            title = module[5:] + ": " + (function.__doc__ or name).strip()
            try:
                function(env)
                print("ok " + title, flush=True)
            except Exception:  # a failed assertion or a broken connection: both are the finding
                failed += 1
                print("not ok " + title, flush=True)
                print("".join("    " + line + "\n" for line in traceback.format_exc().splitlines()[-8:]), flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
