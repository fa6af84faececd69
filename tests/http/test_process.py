"""Processes: workers, sandbox, reconnecting, taking over, the command line."""
import glob
import os
import re
import signal
import subprocess
import threading
import time


def worker_pids(env):
    """Process ids of the workers, from the metrics."""
    text = env.fcgi.get("/metrics").body.decode()
    return [int(pid) for pid in re.findall(r'praktikum_worker_resident_bytes\{worker="\d+",pid="(\d+)"\}', text)]


def status_of(pid):
    return dict(line.split(":\t", 1) for line in open("/proc/%d/status" % pid, encoding="utf-8").read().splitlines()
                if ":\t" in line)


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_health(env):
    """health tells of workers and database"""
    a = env.fcgi.get("/health")
    assert a.status == 200 and b'"database":"up"' in a.body
    assert b'"workers":%d' % int(env.settings.get("workers", "2")) in a.body


def test_metrics(env):
    """metrics count requests by route, method and status"""
    def count():
        text = env.fcgi.get("/metrics").body.decode()
        found = re.search(r'requests_total\{route="people/sign_in",method="GET",status="200"\} (\d+)', text)
        return int(found.group(1)) if found else 0
    before = count()
    for _ in range(3):
        env.fcgi.get("/sign-in")
    assert count() == before + 3
    text = env.fcgi.get("/metrics").body.decode()
    for name in ("request_seconds_bucket", "statements_total", "statement_seconds_total", "worker_respawns_total",
                 "transaction_retries_total", "worker_resident_bytes"):
        assert "praktikum_" + name in text, name


def test_sandbox(env):
    """a worker has no privileges left"""
    for pid in worker_pids(env):
        status = status_of(pid)
        assert status["CapEff"].strip("0 \n") == "" and status["CapPrm"].strip("0 \n") == "", status["CapEff"]
        assert status["NoNewPrivs"] == "1" and status["Seccomp"] == "2", status["Seccomp"]
        if os.geteuid() == 0 and env.settings.get("worker_user"):
            assert "0" not in status["Uid"].split(), status["Uid"]
        limits = open("/proc/%d/limits" % pid, encoding="utf-8").read()
        assert re.search(r"Max core file size\s+0\s+0", limits)


def test_reconnect(env):
    """a worker in its sandbox finds the database again"""
    b = env.signed_in("praksis")
    for _ in range(3):
        assert env.kill() > 0
        for _ in range(6):
            assert b.get("/sites").status == 200
            assert env.fcgi.get("/health").status == 200


def test_killed(env):
    """a killed worker is replaced"""
    for how in (signal.SIGKILL, signal.SIGABRT, signal.SIGTERM):
        before = worker_pids(env)
        os.kill(before[0], how)
        assert wait_for(lambda old=before: old[0] not in worker_pids(env) and len(worker_pids(env)) == len(old)), how
        assert env.fcgi.get("/health").status == 200


def hold_pid(env):
    """The process that listens, by its program and folder."""
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            words = open(path, "rb").read().split(b"\0")
            pid = int(path.split("/")[2])
            if len(words) > 1 and words[1] == b"hold" and os.path.realpath("/proc/%d/cwd" % pid) == os.path.realpath(env.var):
                return pid
        except OSError:
            pass
    raise AssertionError("no holder")


def test_take_over(env):
    """HUP: new workers, and nothing refused meanwhile"""
    before, statuses = set(worker_pids(env)), []
    going = True

    def ask():
        while going:
            statuses.append(env.fcgi.get("/sign-in").status)

    lanes = [threading.Thread(target=ask) for _ in range(4)]
    for lane in lanes:
        lane.start()
    os.kill(hold_pid(env), signal.SIGHUP)
    replaced = wait_for(lambda: not before & set(worker_pids(env)), 20)
    time.sleep(0.3)
    going = False
    for lane in lanes:
        lane.join()
    assert replaced and len(statuses) > 4 and set(statuses) == {200}, statuses
    assert wait_for(lambda: not any(os.path.exists("/proc/%d" % pid) for pid in before)), "the old ones stay"


def test_doctor(env):
    """doctor finds a sound instance sound, and says what is wrong with another"""
    out = env.run("doctor")
    assert out.returncode == 0 and "bad " not in out.stdout, out.stdout
    conf = env.var + "/praktikum.doctor.conf"
    text = open(env.var + "/praktikum.conf", encoding="utf-8").read()
    for change, word in ((r"^database_password.*=.*$", "serving account"), (r"^key_file.*=.*$", "key_file"),
                         (r"^sql_folder.*=.*$", "sql_folder"), (r"^workers.*=.*$", "workers")):
        name = change[1:].split(".")[0]
        with open(conf, "w", encoding="utf-8") as file:
            file.write(re.sub(change, name + " = wrong", text, flags=re.M))
        out = subprocess.run([env.program, "doctor", "--conf", conf], capture_output=True, text=True, timeout=60)
        assert out.returncode == 1 and re.search("^bad .*%s.*: mend: " % word, out.stdout, re.M), (name, out.stdout)
    os.unlink(conf)


def test_user(env):
    """the first administrator comes from the command line"""
    email = "first.%d@demo.example" % os.getpid()
    assert env.run("user", "add", email, "Første", "Person", "--lang", "nn").returncode == 0
    assert env.run("user", "add", email, "Første", "Person").returncode == 1
    assert env.run("user", "grant", email, "system_administrator").returncode == 0
    assert env.run("user", "grant", email, "king").returncode == 1
    assert env.run("user", "grant", email, "placement_administrator").returncode == 1  # of which institution?
    assert env.run("user", "grant", email, "placement_administrator", "--institution", "none such").returncode == 1
    assert env.run("user", "password", email, stdin="short\n").returncode == 1
    assert env.run("user", "password", email, stdin="a long enough one\n").returncode == 0
    assert env.run("user", "password", "who@demo.example", stdin="a long enough one\n").returncode == 1
    b = env.browser()
    assert b.sign_in(email, "a long enough one").status == 303
    assert b.get("/institutions/new").status == 200
    assert env.sql("SELECT COUNT(*) FROM event e JOIN person p ON p.id = e.thing_id AND e.thing = 'person' "
                   "WHERE p.email = '%s' AND e.kind IN ('person.created', 'person.password_changed')" % email) == [["2"]]


def test_error_pages(env):
    """error-pages writes a page a status and language"""
    folder = env.var + "/error-pages-test"
    assert env.run("error-pages", folder).returncode == 0
    for status in (404, 413, 429, 502, 503, 504):
        for lang in ("nb", "nn", "sv", "en"):
            text = open("%s/%d.%s.html" % (folder, status, lang), encoding="utf-8").read()
            assert '<html lang="%s"' % lang in text and "<title>" in text
    for path in glob.glob(folder + "/*"):
        os.unlink(path)
    os.rmdir(folder)


def test_tidy(env):
    """jobs sweep what nobody needs any more, and nothing else"""
    b = env.signed_in("praksis")
    env.sql("REPLACE INTO submission (token, person, at) VALUES (REPEAT('a', 32), NULL, UTC_TIMESTAMP() - INTERVAL 3 DAY), "
            "(REPEAT('b', 32), NULL, UTC_TIMESTAMP())")
    env.sql("REPLACE INTO session (token_hash, person, form_key, created_at, seen_at, address) SELECT REPEAT('c', 32), id, "
            "REPEAT('d', 32), UTC_TIMESTAMP() - INTERVAL 13 HOUR, UTC_TIMESTAMP() - INTERVAL 13 HOUR, '' FROM person LIMIT 1")
    assert env.run("jobs", "--once").returncode == 0
    assert env.sql("SELECT token FROM submission WHERE token IN (REPEAT('a', 32), REPEAT('b', 32))") == [["b" * 32]]
    assert env.sql("SELECT COUNT(*) FROM session WHERE token_hash = REPEAT('c', 32)") == [["0"]]
    env.sql("DELETE FROM submission WHERE token = REPEAT('b', 32)")
    assert b.get("/profile").status == 200
