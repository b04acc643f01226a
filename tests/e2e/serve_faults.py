#!/usr/bin/env python3
"""serve_faults.py SOHOA SOURCE WORK: `sohoa serve` under faults: the server killed at random instants, workers that die,
documents removed while they are read, many clients at once. Whatever was answered with 202 is delivered, exactly once.
Prints what is wrong; exit code 1 when anything is."""
import collections
import concurrent.futures
import http.server
import json
import os
import pathlib
import random
import shutil
import signal
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

SOHOA, SOURCE, WORK = sys.argv[1:]
work = pathlib.Path(WORK)
KEY = "0123456789abcdef0123456789abcdef"
os.environ["SOHOA_API_KEY"] = KEY
os.environ["SOHOA"] = SOHOA
FAULTY = f"{SOURCE}/tests/e2e/faulty_worker.py"
PAPERS = [p.read_bytes() for p in sorted(pathlib.Path(SOURCE, "samples/dossiers").rglob("*.office.jpg"))[:4]]
chance = random.Random(11)
wrong = []


def expect(what, got, wanted):
    if got != wanted:
        wrong.append(f"{what}: got {got!r}, wanted {wanted!r}")


class Server:
    def __init__(self, data, *words, **environment):
        self.data = data
        self.log = open(work / "log", "ab")
        self.process = subprocess.Popen(
            [SOHOA, "serve", "--data", str(data), "--port", "0", "-j", "2", "--min-free-megabytes", "1", *words],
            stdout=subprocess.PIPE, stderr=self.log, env={**os.environ, **environment})  # fmt: skip
        line = self.process.stdout.readline().decode()
        assert line.startswith("sohoa serve: http://"), line
        self.base = line.split()[2].rstrip("/")

    def ask(self, method, path, body=None, **headers):
        """(status, body); (0, b"") when nobody answers."""
        headers = {"Authorization": "Bearer " + KEY, "Content-Type": "application/octet-stream",
                   **{k.replace("_", "-"): v for k, v in headers.items()}}  # fmt: skip
        request = urllib.request.Request(self.base + path, data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read()
        except OSError:
            return 0, b""

    def document(self, one):
        status, body = self.ask("GET", f"/v1/documents/{one}")
        return json.loads(body) if status == 200 else {"status": status}

    def ended(self, one, seconds=240):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            document = self.document(one)
            if document["status"] in ("done", "failed", 404):
                return document
            time.sleep(0.2)
        return document

    def post(self, paper, **headers):
        status, body = self.ask("POST", "/v1/documents", paper, **headers)
        return status, json.loads(body)["id"] if status == 202 else None

    def kill(self, how=signal.SIGKILL):
        self.process.send_signal(how)
        code = self.process.wait(60)
        self.log.close()
        self.process.stdout.close()
        return code


def killed_at_random():
    """Clients post again with the same key until they are answered; the server dies every few seconds."""
    data = work / "kills"
    accepted = {}
    server = Server(data)
    for turn in range(25):
        for k in range(2):
            key = f"turn-{turn}-{k}"
            status, one = server.post(PAPERS[(turn + k) % len(PAPERS)], Idempotency_Key=key)
            if status == 202:
                accepted[key] = one
        time.sleep(chance.random() * 1.6)
        server.kill()
        server = Server(data)
    for key, one in accepted.items():
        document = server.ended(one)
        expect(f"killed: {key}", document["status"], "done")
        pdf = server.ask("GET", f"/v1/documents/{one}/pdf")
        expect(f"killed: PDF of {key}", (pdf[0], pdf[1][:5]), (200, b"%PDF-"))
        verified = subprocess.run([SOHOA, "verify", str(data / "documents" / one / "document.pdf")], capture_output=True)
        expect(f"killed: verified {key}", verified.returncode, 0)
        found = subprocess.run([SOHOA, "find", "--catalog", str(data / "catalogue.sqlite"), "--json", one],
                               capture_output=True)  # fmt: skip
        expect(f"killed: catalogue can be asked for {key}", found.returncode in (0, 1), True)
    for turn in range(25):
        for k in range(2):
            key = f"turn-{turn}-{k}"
            if key in accepted:
                _, again = server.post(PAPERS[(turn + k) % len(PAPERS)], Idempotency_Key=key)
                expect(f"killed: {key} is known", again, accepted[key])
    total = json.loads(server.ask("GET", "/v1/documents?limit=200")[1])["documents"]
    expect("killed: every document stands once", len(total), len({d["id"] for d in total}))
    expect("killed: none was lost", set(accepted.values()) <= {d["id"] for d in total}, True)
    litter = [str(p) for p in data.rglob("*") if p.name.endswith(".tmp") or p.name.startswith(".sohoa-") and p.name != ".sohoa-lock"]
    expect("killed: litter", litter, [])
    expect("killed: ends in good order", server.kill(signal.SIGTERM), 0)
    return f"{len(accepted)} documents accepted over 25 kills"


def dying_workers():
    data = work / "workers"
    server = Server(data, "--worker-program", FAULTY, "--page-seconds", "20", SOHOA_FAULT="1:segv")
    status, one = server.post(PAPERS[0])
    expect("dying worker: accepted", status, 202)
    document = server.ended(one)
    expect("dying worker: delivered with its picture", document["status"], "done")
    expect("dying worker: says what is missing", [p["code"] for p in document["problems"]], ["worker_died"])
    expect("dying worker: PDF", server.ask("GET", f"/v1/documents/{one}/pdf")[0], 200)
    deaths = server.ask("GET", "/metrics")[1].decode()
    expect("dying worker: counted", "sohoa_worker_deaths_total 2" in deaths, True)
    expect("dying worker: the server stands", server.ask("GET", "/healthz")[0], 200)
    server.kill(signal.SIGTERM)


def removed_while_read():
    data = work / "removed"
    server = Server(data, "--worker-program", FAULTY, "--page-seconds", "6", SOHOA_FAULT="1:hang")
    _, one = server.post(PAPERS[0])
    for _ in range(100):
        if server.document(one)["status"] == "running":
            break
        time.sleep(0.05)
    expect("removed: running", server.document(one)["status"], "running")
    expect("removed", server.ask("DELETE", f"/v1/documents/{one}")[0], 204)
    expect("removed: gone", server.ask("GET", f"/v1/documents/{one}")[0], 404)
    until = time.monotonic() + 60
    while time.monotonic() < until and list(data.rglob(f"*{one}*")):
        time.sleep(0.2)
    expect("removed: files are gone", [str(p) for p in data.rglob(f"*{one}*")], [])
    server.kill(signal.SIGTERM)


def news_over_tls():
    """Only a receiver whose certificate is trusted gets the news."""
    folder = work / "tls"
    folder.mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key", "-out", folder / "certificate"],
                   check=True, capture_output=True)  # fmt: skip
    seen = []

    class Receiver(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            seen.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "certificate", folder / "key")
    receiver.socket = tls.wrap_socket(receiver.socket, server_side=True)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    port = receiver.server_port
    for trusted in (False, True):
        environment = {"SSL_CERT_FILE": str(folder / "certificate")} if trusted else {}
        server = Server(work / f"tls-{trusted}", "--webhook-host", f"localhost:{port}=127.0.0.1", **environment)
        status, body = server.ask("POST", f"/v1/documents?callback_url=https://localhost:{port}/news", PAPERS[0])
        expect("tls: accepted", status, 202)
        server.ended(json.loads(body)["id"])
        until = time.monotonic() + (20 if trusted else 4)
        while time.monotonic() < until and not seen:
            time.sleep(0.1)
        expect(f"tls: delivered where the certificate is trusted: {trusted}", len(seen), int(trusted))
        server.kill(signal.SIGTERM)
    receiver.shutdown()


def crowd():
    """200 documents by 20 clients at once: each is taken, or told to come back."""
    data = work / "crowd"
    server = Server(data, "--max-queue", "60")
    codes = collections.Counter()

    def client(number):
        ids = []
        for k in range(10):
            while True:
                status, one = server.post(PAPERS[(number + k) % len(PAPERS)], Idempotency_Key=f"{number}-{k}")
                codes[status] += 1
                if status == 202:
                    ids.append(one)
                    break
                if status not in (429, 503):
                    wrong.append(f"crowd: answered {status}")
                    break
                time.sleep(0.5 + chance.random())
        return ids

    with concurrent.futures.ThreadPoolExecutor(20) as clients:
        ids = [one for ids in clients.map(client, range(20)) for one in ids]
    expect("crowd: accepted", len(set(ids)), 200)
    expect("crowd: delivered", collections.Counter(server.ended(one, 600)["status"] for one in ids), {"done": 200})
    peak = next(int(line.split()[1]) for line in open(f"/proc/{server.process.pid}/status") if line.startswith("VmHWM"))
    expect("crowd: memory of the server is bounded", peak < 200_000, True)
    server.kill(signal.SIGTERM)
    return f"answers {dict(codes)}, server at most {peak // 1024} MB"


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
for part in (dying_workers, removed_while_read, news_over_tls, killed_at_random, crowd):
    begun = time.monotonic()
    said = part()
    print(f"{part.__name__}: {said or 'done'} ({time.monotonic() - begun:.0f} s)", flush=True)
for each in wrong:
    print("WRONG:", each)
sys.exit(1 if wrong else 0)
