"""Cells that take memory in ways that no count of one process shows, and one that does not."""

BREAKS_COPIED_PAGES = """
import ctypes, os, time
def touch_all():
    for line in open("/proc/self/maps").read().splitlines():
        span, rights, *_ = line.split()
        low, high = (int(end, 16) for end in span.split("-"))
        if rights.startswith("rw") and "[v" not in line:
            for page in range(low, high, 4096):
                ctypes.memmove(page, page, 1)
for _ in range(12):
    if os.fork() == 0:
        touch_all()
        time.sleep(30)
        os._exit(0)
time.sleep(30)
"""
FILLS_SOCKETS = """
import os, socket, time
def fill():
    kept = []
    try:
        while True:
            pair = socket.socketpair()
            kept.append(pair)
            for end in pair:
                end.setblocking(False)
                try:
                    while True:
                        end.send(bytes(2**15))
                except BlockingIOError:
                    pass
    except OSError:
        time.sleep(30)
for _ in range(30):
    if os.fork() == 0:
        fill()
fill()
"""
FILLS_PIPES = """
import os, time
def fill():
    try:
        while True:
            _, end = os.pipe()
            os.set_blocking(end, False)
            os.write(end, bytes(2**16))
    except OSError:
        time.sleep(30)
for _ in range(60):
    if os.fork() == 0:
        fill()
fill()
"""
LETS_GO_OF_SHARED_PAGES = """
import mmap, time
size, kept = 2**26, []
while True:
    kept.append(mmap.mmap(-1, size))
    for at in range(0, size, 2**20):
        kept[-1][at:at + 2**20] = b"1" * 2**20
    kept[-1].madvise(mmap.MADV_DONTNEED)
    print("took", len(kept) * size >> 20, flush=True)
    time.sleep(0.2)
"""
SHARES_WITH_CHILDREN = """
import os, time
held = bytearray(b"1" * 150 * 2**20)
for _ in range(8):
    if os.fork() == 0:
        time.sleep(1)
        os._exit(0)
for _ in range(8):
    os.wait()
print("done")
"""
