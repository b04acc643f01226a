#!/usr/bin/env python3
"""How soon fields are there after a paper is posted to an idle server, and what the server does under a crowd, beside
`sohoa digitize` over the same papers in the same run. Prints machine and commands."""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("sohoa", nargs="?", default="build/release/pipeline/cli/sohoa")
parser.add_argument("--documents", type=int, default=200, help="posted by the crowd")
parser.add_argument("--clients", type=int, default=20, help="in the crowd")
parser.add_argument("--papers", type=pathlib.Path, help="folder of scans of one page each, posted one by one "
                    "(default: the pictures of samples/dossiers)")  # fmt: skip
asked = parser.parse_args()
SOHOA, DOCUMENTS, CLIENTS = os.path.abspath(asked.sohoa), asked.documents, asked.clients
SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples" / "dossiers"
PAPERS = [p for p in sorted(SAMPLES.rglob("*.jpg"))]
DESK_PAPERS = sorted(p for p in asked.papers.iterdir() if p.is_file()) if asked.papers else PAPERS * 2
KEY = "benchmark-benchmark-benchmark-benchmark"


def ask(base, method, path, body=None):
    request = urllib.request.Request(base + path, data=body, method=method, headers={
        "Authorization": "Bearer " + KEY, "Content-Type": "application/octet-stream"})  # fmt: skip
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read(), refused.headers


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def desk(base):
    """Seconds from the first byte sent until a GET shows the fields, paper by paper."""
    taken = []
    for path in DESK_PAPERS:
        paper = path.read_bytes()
        begun = time.monotonic()
        one = json.loads(ask(base, "POST", "/v1/documents", paper)[1])["id"]
        while json.loads(ask(base, "GET", f"/v1/documents/{one}")[1])["status"] not in ("done", "failed"):
            time.sleep(0.03)
        taken.append(time.monotonic() - begun)
    return taken


def crowd(base):
    codes, gets, ids, over = collections.Counter(), [], [], threading.Event()

    def client(number):
        mine = []
        for k in range(DOCUMENTS // CLIENTS):
            paper = PAPERS[(number + k) % len(PAPERS)].read_bytes()
            while True:
                status, body, headers = ask(base, "POST", "/v1/documents", paper)
                codes[status] += 1
                if status == 202:
                    mine.append(json.loads(body)["id"])
                    break
                time.sleep(min(2.0, float(headers.get("Retry-After", "1"))))
        return mine

    def reader():
        while not over.is_set():
            for path in ("/healthz", "/v1/documents?limit=10", *(f"/v1/documents/{one}" for one in ids[-1:])):
                begun = time.monotonic()
                ask(base, "GET", path)
                gets.append(time.monotonic() - begun)
            time.sleep(0.05)

    begun = time.monotonic()
    reading = threading.Thread(target=reader)
    reading.start()
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as clients:
        for mine in clients.map(client, range(CLIENTS)):
            ids.extend(mine)
    ended = collections.Counter()
    for one in ids:
        while (status := json.loads(ask(base, "GET", f"/v1/documents/{one}")[1])["status"]) not in ("done", "failed"):
            time.sleep(0.2)
        ended[status] += 1
    seconds = time.monotonic() - begun
    over.set()
    reading.join()
    return codes, gets, ended, seconds


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="sohoa-service-"))
    server = subprocess.Popen([SOHOA, "serve", "--data", work / "data", "--port", "0"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, env={**os.environ, "SOHOA_API_KEY": KEY})  # fmt: skip
    base = server.stdout.readline().decode().split()[2].rstrip("/")
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    print(f"{model}, {os.cpu_count()} cores; {SOHOA} serve --data DIR --port 0; one by one {asked.papers or SAMPLES}, "
          f"by the crowd {len(PAPERS)} papers of {SAMPLES}")
    taken = desk(base)
    print(f"idle server, {len(taken)} papers one by one, POST to fields: median {statistics.median(taken):.2f} s, "
          f"p95 {percentile(taken, 0.95):.2f} s, longest {max(taken):.2f} s")  # fmt: skip
    codes, gets, ended, seconds = crowd(base)
    peak = next(int(l.split()[1]) for l in open(f"/proc/{server.pid}/status") if l.startswith("VmHWM")) // 1024
    print(f"{sum(ended.values())} documents by {CLIENTS} clients: {dict(ended)} in {seconds:.0f} s, answers {dict(codes)}; "
          f"{len(gets)} small GETs meanwhile: p50 {1000 * percentile(gets, 0.5):.0f} ms, "
          f"p95 {1000 * percentile(gets, 0.95):.0f} ms; server at most {peak} MB")  # fmt: skip
    server.terminate()
    server.wait()
    papers = work / "in"
    papers.mkdir()
    for k in range(sum(ended.values())):
        paper = PAPERS[(k // (DOCUMENTS // CLIENTS) + k % (DOCUMENTS // CLIENTS)) % len(PAPERS)]
        shutil.copy(paper, papers / f"{k:04}.jpg")
    begun = time.monotonic()
    subprocess.run([SOHOA, "digitize", papers, "-o", work / "out", "--quiet"], check=False)
    alone = time.monotonic() - begun
    print(f"the same papers by sohoa digitize: {alone:.0f} s; the service takes {seconds / alone:.2f} times as long")
    shutil.rmtree(work)


main()
