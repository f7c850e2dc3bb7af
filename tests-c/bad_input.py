#!/usr/bin/env python3
"""bad_input.py [FUNCTION...]: calls what libvirt.so.0 exports with arguments that are wrong, one at a time, the others being live
objects of test:///default and room enough. The calls are made from the description of the API (APIDIR, default api-xml);
what is wrong of which type stands in bad_values.py.

A call that crashes, takes more than five seconds or panics fails; so does one that takes a handle of another kind, or changes
something through a read-only connection, without saying so. A function's calls share a child process, each with a connection of
its own; after a crash the next child goes on behind it. PRINT=1 prints what each call came to, to compare two libraries.
"""
import ctypes as C
import json
import os
import re
import resource
import select
import shutil
import signal
import sys
import tempfile
import xml.etree.ElementTree as ET

import bad_values as values

PATIENCE = 30.0
WORKERS = os.cpu_count() or 1
HERE = os.path.dirname(os.path.abspath(__file__))
APIDIR = os.environ.get("APIDIR", os.path.join(HERE, "../api-xml"))
INTERNAL_ERROR, OPERATION_DENIED = 1, 29
# Handles may be missing or are only compared there; and what may be done through a read-only connection despite its name.
TAKES_ANY = {"virConnSetErrorFunc", "virConnGetLastError", "virConnResetLastError", "virConnCopyLastError", "virStreamFinish"}
CHANGES = re.compile(r"^vir(Domain|Network|StoragePool|StorageVol|Interface|Node|NodeDevice|Secret|NWFilter|DomainSnapshot|"
                     r"DomainCheckpoint|NetworkPort)(Set|Create|Define|Destroy|Undefine|Delete|Attach|Detach|Update|Suspend|"
                     r"Resume|Shutdown|Reboot|Reset|Save|Restore|Rename|Add|Del|Pin|Build|Resize|Wipe|Upload|Abort|Send)")


def functions(wanted):
    """Name, result type and [(argument, type)] of each function that has arguments."""
    root = ET.parse(os.path.join(APIDIR, "libvirt-api.xml")).getroot()
    for function in root.find("symbols").findall("function"):
        arguments = [(a.get("name"), a.get("type")) for a in function.findall("arg")]
        name, result = function.get("name"), function.find("return").get("type")
        if arguments and (not wanted or name in wanted):
            yield name, result, arguments


class Child:
    """Makes one function's calls, from case `first` on, and says of each in a line what it came to."""

    def __init__(self, library, name, result, arguments, pipe):
        self.library, self.name, self.result, self.arguments, self.pipe = library, name, result, arguments, pipe
        self.function = library[name]
        self.function.argtypes = [values.c_type(kind) for _, kind in arguments]
        self.function.restype = values.c_type(result)

    def say(self, **what):
        os.write(self.pipe, json.dumps(what).encode() + b"\n")

    def run(self, first):
        quiet = values.ERROR_FUNCTION(lambda data, error: None)
        self.library.virInitialize()
        self.library.virSetErrorFunc(None, quiet)
        for number, (at, label) in enumerate(values.cases(self.name, self.arguments)):
            if number >= first:
                self.say(start=number)
                self.one(number, at, label)

    def one(self, number, at, label):
        world = values.World(self.library, self.arguments)
        call = [world.good(self.name, name, kind) for name, kind in self.arguments]
        if at is not None:
            name, kind = self.arguments[at]
            call[at] = world.bad(self.name, name, kind, label, call)
        self.library.virResetLastError()
        value = self.function(*call)
        error = self.library.virGetLastError()
        code, text = (error.contents.code, error.contents.message or b"") if error else (0, b"")
        self.say(end=number, code=code, text=text[:300].decode(errors="replace"), value=self.shape(value))
        if value and self.result in values.KINDS:
            world.free(self.result, value)
        if not re.search("(Free|Close|Ref)$", self.name):
            world.close()

    def shape(self, value):
        return ("pointer" if value else "NULL") if self.function.restype is C.c_void_p else value


def fork(library, function, first, folder):
    """A child that makes a function's calls, and where it speaks."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        os.chdir(folder)
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
        os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
        os.dup2(os.open("stderr", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        Child(library, *function, writing).run(first)
    except BaseException as problem:  # the driver's own mistakes
        os.write(writing, json.dumps({"broken": repr(problem)}).encode() + b"\n")
    os._exit(0)


def listen(pid, reading):
    """What a child said, and whether it fell silent for too long or how it ended."""
    heard, hangs = b"", False
    while True:
        if not select.select([reading], [], [], PATIENCE)[0]:
            os.kill(pid, signal.SIGKILL)
            hangs = True
            break
        more = os.read(reading, 1 << 16)
        if not more:
            break
        heard += more
    os.close(reading)
    status = os.waitpid(pid, 0)[1]
    end = "hangs" if hangs else "signal %d" % os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    return [json.loads(line) for line in heard.splitlines()], end


def fault(name, at, kind, label, said):
    """What is wrong with what a call came to."""
    if said["code"] == INTERNAL_ERROR and "panicked" in said["text"]:
        return said["text"]
    if label == "foreign" and kind in values.MADE and said["code"] == 0 and name not in TAKES_ANY:
        return "takes a handle of another kind"
    if label == "read-only" and at == 0 and kind in values.MADE and CHANGES.match(name) and said["code"] != OPERATION_DENIED:
        return "changes things through a read-only connection: %s" % said
    return None


def examine(library, function, folder):
    """How many calls of a function went well, and the faults of the others."""
    name, _, arguments = function
    cases = list(values.cases(name, arguments))
    passed, faults, first = 0, [], 0
    while first < len(cases):
        said, end = listen(*fork(library, function, first, folder))
        ends = {line["end"]: line for line in said if "end" in line}
        broken = [line["broken"] for line in said if "broken" in line]
        started = [line["start"] for line in said if "start" in line]
        for number in started:
            at, label = cases[number]
            argument, kind = arguments[at] if at is not None else ("", "")
            case = "%s %s %s" % (name, argument, label)
            said_of = ends.get(number)
            problem = fault(name, at, kind, label, said_of) if said_of else "; ".join(broken) or end or "exits"
            if os.environ.get("PRINT"):
                print(case, json.dumps(said_of or end), sep="\t")
            if problem:
                faults.append("%s: %s" % (case, problem))
            else:
                passed += 1
        with open(os.path.join(folder, "stderr"), errors="replace") as stderr:
            text = stderr.read()
            if "panicked" in text:
                faults.append("%s: says on stderr: %s" % (name, text[:400]))
        if not end and not broken and len(ends) == len(started):
            break
        first = (started[-1] if started else first) + 1
    return passed, faults


def work(library, part, pipe):
    """Examines some of the functions in a folder of its own."""
    folder = tempfile.mkdtemp(prefix="bad-input-")
    os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_RUNTIME_DIR=folder, XDG_CACHE_HOME=folder,
                      LIBVIRT_DEFAULT_URI="test:///default", LC_ALL="C.UTF-8")
    try:
        for function in part:
            passed, faults = examine(library, function, folder)
            os.write(pipe, json.dumps([passed, faults]).encode() + b"\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.flush()


def main():
    library = values.load()
    todo = list(functions(set(sys.argv[1:])))
    reading, writing = os.pipe()
    workers = []
    for number in range(WORKERS):
        pid = os.fork()
        if not pid:
            os.close(reading)
            work(library, todo[number::WORKERS], writing)
            os._exit(0)
        workers.append(pid)
    os.close(writing)
    with os.fdopen(reading) as reports:
        reports = [json.loads(line) for line in reports]
    for pid in workers:
        os.waitpid(pid, 0)
    passed, faults = sum(p for p, _ in reports), [fault for _, some in reports for fault in some]
    for text in faults:
        print("not ok", text)
    missing = len(todo) - len(reports)
    print("%d passed, %d failed" % (passed, len(faults) + missing))
    return 1 if faults or missing else 0


if __name__ == "__main__":
    sys.exit(main())
