"""`kill -9` of a client or a supervisor at system calls that change something, while a machine is defined, started, stopped and undefined:
the next process is told the truth, and nothing is left. strace does the killing; it counts each kind of call by itself.

A few places are tried; with KILL_ALL=1 in the environment all of them are."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
from uuid import uuid4

import libvirt

from common import document, pids, until

CLIENT = ["write", "pwrite64", "fdatasync", "fsync", "rename", "mkdir", "rmdir", "unlink", "flock", "ftruncate", "clone3", "socketpair", "sendmsg"]
SUPERVISOR = ["write", "unlink", "bind", "sendmsg", "clone", "fcntl", "execve", "epoll_ctl", "pidfd_send_signal", "setsid", "chdir"]
LAST = 40
TRIES = 4
STRACE = shutil.which("strace")


def injection(call, number):
    return ["-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}"]


def client(uri, script, call, number):
    """Whether a process got through before it was to be killed."""
    script = f"import libvirt; c = libvirt.open({uri!r}); {script}"
    done = subprocess.run([STRACE, *injection(call, number), sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, -9, 137), f"{call} {number}: {done.returncode}: {done.stderr}"
    return done.returncode == 0


def places(calls):
    """Which calls are tried, each with its number: all, or some."""
    every = [(call, number) for call in calls for number in range(1, LAST)]
    return every if os.environ.get("KILL_ALL") else random.Random(7).sample([one for one in every if one[1] < 3], TRIES)


def truth(uri, uuid, when):
    """What a fresh connection says is what there is."""
    connection = libvirt.open(uri)
    active = lambda: [one.UUIDString() for one in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)]
    until(lambda: (uuid in active()) == ("qemu" in pids(uuid)), f"the truth after {when}")
    connection.close()


def defining(folder, uuid):
    return document("killed", folder).replace("<name>", f"<uuid>{uuid}</uuid><name>")


def clients(uri, folder, connection):
    """A client is killed on its way."""
    uuid = str(uuid4())
    own = f"c.lookupByUUIDString({uuid!r})"
    sweep = {"define": f"c.defineXML({defining(folder, uuid)!r})", "start": f"{own}.create()", "stop": f"{own}.destroy()", "undefine": f"{own}.undefine()"}
    for name, script in sweep.items():
        through, cut = set(), 0
        for call, number in places(CLIENT):
            if call in through:
                continue
            if name != "define":
                domain = connection.defineXML(defining(folder, uuid))
                if name == "stop":
                    domain.create()
            if client(uri, script, call, number):
                through.add(call)
            else:
                cut += 1
            step = f"{name} was cut off at {call} {number}"
            truth(uri, uuid, step)
            domain = connection.defineXML(defining(folder, uuid))
            half = [path.name for path in pathlib.Path(folder, "etc/qemu").glob(".*")]
            assert not half, f"half files after {step}: {half}"
            if domain.isActive():
                domain.destroy()
            assert not pids(uuid), f"a process is left after {step}"
            domain.create()
            domain.destroy()
            domain.undefine()
            assert connection.listAllDomains() == [], step
        print(f"   {name}: cut off at {cut} places")


def supervisors(uri, folder, connection):
    """A supervisor, or the process that becomes QEMU, is killed on its way, while it starts a machine and while it ends one."""
    before = os.environ.get("SOLOVIRT_LIBEXECDIR")
    real = pathlib.Path(before or pathlib.Path(os.environ["LD_LIBRARY_PATH"].split(":")[0]).parent / "libexec").resolve()
    wrapper = pathlib.Path(folder, "libexec/virt-supervisor")
    wrapper.parent.mkdir()
    uuid = str(uuid4())
    domain = connection.defineXML(defining(folder, uuid))
    through, cut = set(), 0
    try:
        for call, number in places(SUPERVISOR):
            if call in through:
                continue
            step = f"a supervisor was killed at {call} {number}"
            words = " ".join(f"'{word}'" for word in injection(call, number))
            wrapper.write_text(f"#!/bin/sh\nexec {STRACE} -D -f {words} '{real}/virt-supervisor'\n")
            wrapper.chmod(0o755)
            os.environ["SOLOVIRT_LIBEXECDIR"] = str(wrapper.parent)
            try:
                domain.create()
                through.add(call)
            except libvirt.libvirtError as error:
                cut += 1
                assert error.get_error_code() != libvirt.VIR_ERR_INTERNAL_ERROR, str(error)
            os.environ["SOLOVIRT_LIBEXECDIR"] = str(real)
            truth(uri, uuid, step)
            if domain.isActive():
                try:
                    domain.destroy()
                except libvirt.libvirtError as error:
                    # It died while it ended the machine: the next one goes on.
                    through.discard(call)
                    truth(uri, uuid, f"{step}: {error}")
                    if domain.isActive():
                        domain.destroy()
            until(lambda: not pids(uuid), f"the end of all processes: {step}")
            domain.create()
            domain.destroy()
    finally:
        os.environ.pop("SOLOVIRT_LIBEXECDIR")
        if before:
            os.environ["SOLOVIRT_LIBEXECDIR"] = before
    print(f"   {cut} starts were cut off")
    domain.undefine()
    assert connection.listAllDomains() == []


CHECKS = [clients, supervisors]
