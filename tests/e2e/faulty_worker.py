#!/usr/bin/env python3
"""A page worker that passes tasks on to the real one, and fails where SOHOA_FAULT tells it to: "PAGE:KIND" with kind segv,
abort, hang, leak or nonsense; "PAGE:KIND:always" fails when the picture alone is wanted, too; "PAGE:KIND:once:FILE"
fails only while FILE is not there."""
import json
import os
import signal
import subprocess
import sys
import time

ANSWERS = 3

page, kind, *more = os.environ["SOHOA_FAULT"].split(":")
real = subprocess.Popen([os.environ["SOHOA"], *sys.argv[1:]], stdin=subprocess.PIPE, pass_fds=[ANSWERS])
# Who dies must not leave a reader behind.
for line in sys.stdin.buffer:
    task = json.loads(line)
    hit = task.get("page") == int(page) and ("unread" not in task or "always" in more)
    if hit and "once" in more:
        hit = not os.path.exists(more[-1])
        open(more[-1], "w").close()
    if not hit:
        real.stdin.write(line)
        real.stdin.flush()
        continue
    if kind == "nonsense":
        os.write(ANSWERS, b"\x00\xff {]\n")
        continue
    real.kill()
    if kind == "segv":
        signal.signal(signal.SIGSEGV, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGSEGV)
    if kind == "abort":
        os.abort()
    if kind == "hang":
        time.sleep(1000)
    if kind == "leak":
        hoard = []
        try:
            while True:
                hoard.append(bytearray(1 << 24))
        except MemoryError:
            os.kill(os.getpid(), signal.SIGKILL)
real.stdin.close()
real.wait()
