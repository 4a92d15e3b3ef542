"""launch.py RESULT COMMAND…: runs COMMAND and writes what it cost to RESULT.

A process of its own, and a small one: the kernel counts the memory of the parent that
forked as the child's until it has started, so a large parent would hide small children.
"""
import json
import os
import sys
import time

begin = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - begin
with open(sys.argv[1], "w", encoding="ascii") as result:
    json.dump({"seconds": seconds, "cpu_seconds": usage.ru_utime + usage.ru_stime,
               "peak_bytes": usage.ru_maxrss * 1024,
               "exit": os.waitstatus_to_exitcode(status)}, result)
