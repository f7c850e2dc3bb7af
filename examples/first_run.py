#!/usr/bin/env python3
"""The first run from Python, with nothing but ctypes: connect, define, list, dump, follow events, clean up.

    LD_LIBRARY_PATH=build/lib python3 examples/first_run.py [URI] FILE...
"""
import ctypes
import sys
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int, c_uint, c_ulong, c_void_p, string_at

EVENTS = ["is defined", "is undefined", "is started", "is paused", "goes on", "is stopped", "has shut down", "sleeps", "has crashed"]
LIFECYCLE = 0

libvirt = ctypes.CDLL("libvirt.so.0")
libc = ctypes.CDLL(None)
libc.free.argtypes = [c_void_p]

LifecycleCallback = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int, c_void_p)
TimeoutCallback = CFUNCTYPE(None, c_int, c_void_p)
ErrorCallback = CFUNCTYPE(None, c_void_p, c_void_p)

# name: (result, arguments)
PROTOTYPES = {
    "virGetVersion": (c_int, [POINTER(c_ulong), c_char_p, POINTER(c_ulong)]),
    "virGetLastErrorMessage": (c_char_p, []),
    "virSetErrorFunc": (None, [c_void_p, ErrorCallback]),
    "virEventRegisterDefaultImpl": (c_int, []),
    "virEventRunDefaultImpl": (c_int, []),
    "virEventAddTimeout": (c_int, [c_int, TimeoutCallback, c_void_p, c_void_p]),
    "virEventRemoveTimeout": (c_int, [c_int]),
    "virConnectOpen": (c_void_p, [c_char_p]),
    "virConnectClose": (c_int, [c_void_p]),
    "virConnectGetURI": (c_void_p, [c_void_p]),
    "virConnectGetCapabilities": (c_void_p, [c_void_p]),
    "virConnectListAllDomains": (c_int, [c_void_p, POINTER(POINTER(c_void_p)), c_uint]),
    "virConnectDomainEventRegisterAny": (c_int, [c_void_p, c_void_p, c_int, LifecycleCallback, c_void_p, c_void_p]),
    "virConnectDomainEventDeregisterAny": (c_int, [c_void_p, c_int]),
    "virDomainDefineXML": (c_void_p, [c_void_p, c_char_p]),
    "virDomainGetName": (c_char_p, [c_void_p]),
    "virDomainGetXMLDesc": (c_void_p, [c_void_p, c_uint]),
    "virDomainIsActive": (c_int, [c_void_p]),
    "virDomainCreate": (c_int, [c_void_p]),
    "virDomainDestroy": (c_int, [c_void_p]),
    "virDomainUndefine": (c_int, [c_void_p]),
    "virDomainFree": (c_int, [c_void_p]),
}
for name, (result, arguments) in PROTOTYPES.items():
    function = getattr(libvirt, name)
    function.restype, function.argtypes = result, arguments


def take(address):
    """The text of a string that the library gave us, which is freed."""
    if not address:
        return None
    text = string_at(address).decode()
    libc.free(address)
    return text


def last_error():
    return libvirt.virGetLastErrorMessage().decode()


def name_of(domain):
    return libvirt.virDomainGetName(domain).decode()


class Events:
    """Follows the lifecycle events of a connection on the library's own event loop."""

    def __init__(self, conn):
        self.conn, self.count, self.idle = conn, 0, False
        self.on_event, self.on_idle = LifecycleCallback(self.tell), TimeoutCallback(self.stop)
        self.number = libvirt.virConnectDomainEventRegisterAny(conn, None, LIFECYCLE, self.on_event, None, None)

    def tell(self, _conn, domain, event, _detail, _opaque):
        self.count += 1
        print(f"   event: {name_of(domain)} {EVENTS[event] if event < len(EVENTS) else 'changes'}")
        return 0

    def stop(self, timer, _opaque):
        libvirt.virEventRemoveTimeout(timer)
        self.idle = True

    def follow(self):
        self.idle = libvirt.virEventAddTimeout(20, self.on_idle, None, None) < 0
        while not self.idle and libvirt.virEventRunDefaultImpl() == 0:
            pass

    def close(self):
        libvirt.virConnectDomainEventDeregisterAny(self.conn, self.number)


def list_domains(conn):
    array = POINTER(c_void_p)()
    count = libvirt.virConnectListAllDomains(conn, byref(array), 0)
    print(f"There are {count} domains now:")
    for domain in array[:max(count, 0)]:
        print(f"   {name_of(domain):18} {'running' if libvirt.virDomainIsActive(domain) == 1 else 'not running'}")
        libvirt.virDomainFree(domain)
    libc.free(array)


def define(conn, path):
    with open(path, encoding="utf-8") as file:
        domain = libvirt.virDomainDefineXML(conn, file.read().encode())
    print(f"   {path}: {'taken, it is called ' + name_of(domain) if domain else last_error()}")
    return domain


def main(arguments):
    uri = arguments.pop(0) if arguments and ":///" in arguments[0] else "test:///default"
    quiet = ErrorCallback(lambda _data, _error: None)
    libvirt.virSetErrorFunc(None, quiet)
    libvirt.virEventRegisterDefaultImpl()
    conn = libvirt.virConnectOpen(uri.encode())
    if not conn:
        print(f"cannot connect to {uri}: {last_error()}", file=sys.stderr)
        return 1

    version = c_ulong()
    libvirt.virGetVersion(byref(version), None, None)
    number = version.value
    print(f"This is libvirt.so.0 with the API of {number // 1000000}.{number // 1000 % 1000}.{number % 1000}, "
          f"connected to {take(libvirt.virConnectGetURI(conn))}.")
    kinds = [line.strip() for line in take(libvirt.virConnectGetCapabilities(conn)).splitlines() if "<os_type>" in line]
    print(f"It can run guests of these kinds: {' '.join(kinds)}")

    events = Events(conn)
    print("\nDefining domains:")
    defined = [domain for domain in (define(conn, path) for path in arguments) if domain]
    events.follow()
    print()
    list_domains(conn)

    failures = len(arguments) - len(defined)
    if defined:
        print(f"\nThe first lines of {name_of(defined[0])}'s XML:")
        print("\n".join("   " + line for line in take(libvirt.virDomainGetXMLDesc(defined[0], 0)).splitlines()[:6]))
        print(f"\nThe life of {name_of(defined[0])}:")
        for what, step in (("start", libvirt.virDomainCreate), ("stop", libvirt.virDomainDestroy)):
            done = step(defined[0]) == 0
            print(f"   {what}: {'done' if done else last_error()}")
            failures += not done
            events.follow()

    print("\nRemoving what was defined:")
    for domain in defined:
        failures += libvirt.virDomainUndefine(domain) < 0
        libvirt.virDomainFree(domain)
    events.follow()
    events.close()
    libvirt.virConnectClose(conn)
    print(f"\n{len(defined)} domains defined and removed, {events.count} events followed, {failures} steps failed.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
