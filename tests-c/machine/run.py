"""Machines that run, through the library alone: real QEMU under TCG, a boot sector of our own as guest, several processes.

    LD_LIBRARY_PATH=build/lib /usr/bin/python3 -B tests-c/machine/run.py [TOPIC or CHECK...]

A topic is a file beside this one whose CHECKS are called with (uri, folder, connection). Prints a line a check and "N passed, N failed".
Everything is below a temporary folder; as root the last check does the same as a plain user.
"""
import importlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import libvirt

from common import sector

HERE = pathlib.Path(__file__).parent


def run(check):
    folder = tempfile.mkdtemp(prefix="solovirt-machine-")
    uri = f"qemu:///embed?root={folder}"
    connection = libvirt.open(uri)
    try:
        pathlib.Path(folder, "disk").write_bytes(sector())
        check(uri, folder, connection)
        return True
    except Exception as failure:
        place = failure.__traceback__
        while place.tb_next and pathlib.Path(place.tb_next.tb_frame.f_code.co_filename).parent == HERE:
            place = place.tb_next
        print(f"   {pathlib.Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}: {type(failure).__name__}: {failure}")
        for log in pathlib.Path(folder).glob("log/qemu/*.log"):
            print("   " + "\n   ".join(log.read_text().splitlines()[-5:]))
        return False
    finally:
        for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE):
            domain.destroy()
        connection.close()
        shutil.rmtree(folder, ignore_errors=True)


def main(names):
    topics = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in ("common", "linux", "run"))
    checks = [check for topic in topics for check in importlib.import_module(topic).CHECKS if not names or {topic, check.__name__} & set(names)]
    results = []
    for check in checks:
        results.append(run(check))
        print("ok" if results[-1] else "not ok", check.__module__, check.__name__, flush=True)
    if os.getuid() == 0 and shutil.which("setpriv"):
        # A bare environment: no home, no session, no daemon.
        user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "-i"]
        environment = [f"{name}={os.environ[name]}" for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ]
        ran = subprocess.run([*user, *environment, sys.executable, "-B", __file__, *names], capture_output=True, text=True)
        results.append(ran.returncode == 0)
        print("ok" if results[-1] else f"not ok\n{ran.stdout}{ran.stderr}", "all the same as a plain user")
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
