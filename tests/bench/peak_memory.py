#!/usr/bin/env python3
"""Runs a command and prints how long it took and its peak memory: peak_memory.py COMMAND...

MiB, looked at ten times a second: all resident pages, and those that no file stands behind (the program's own; pages of
files are the system's to take back). What the command says on standard error is given on with the second it came in.
"""
import subprocess
import sys
import threading
import time


def field(text, name):
    return int(text.split(name + ":")[1].split()[0]) // 1024


def give_on(stream, begin):
    for line in stream:
        print(f"{time.monotonic() - begin:7.1f}  {line.rstrip()}", file=sys.stderr, flush=True)


begin = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stderr=subprocess.PIPE, text=True)
teller = threading.Thread(target=give_on, args=(process.stderr, begin))
teller.start()
own = resident = 0
while process.poll() is None:
    try:
        status = open(f"/proc/{process.pid}/status", encoding="ascii").read()
        own, resident = max(own, field(status, "RssAnon")), max(resident, field(status, "VmHWM"))
    except (IndexError, OSError):
        pass   # it has just ended
    time.sleep(0.1)
teller.join()
print(f"{time.monotonic() - begin:.1f} s, peak {resident} MiB resident, {own} MiB its own", file=sys.stderr)
sys.exit(process.returncode)
