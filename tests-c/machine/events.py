"""What happens to machines is told to every process that asked: all kinds of events, with what becomes of the machine."""
import json
import pathlib
import select
import socket
import subprocess
import sys
import threading
import time

import libvirt
import libvirt_qemu

from common import PATIENCE, Failing, console, until

# Prints "up" at each tick, and does what it is told by the first serial line: 'p' powers off, 's' sleeps (S3), 'd' sleeps on disk (S4), 'r'
# resets, 'c' says that it panicked (pvpanic), 'w' lets the watchdog (ib700) bite, 't' moves the clock by an hour, 'e' reads a sector, 'E'
# writes it, 'b' has its balloon (virtio, by its legacy port) say that 8 MiB are gone.
GUEST = bytes.fromhex(
    "31c08ed88ec08ed0bc00708816ec7cfcbee77cac84c07405e8c700ebf6fbf4bafd03eca80174e9baf803ecba04063c707504"
    "b80020ef3c737504b80024ef3c647504b80028ef3c727506baf90cb006ee3c637506ba0505b001ee3c777506ba4304b00fee"
    "3c74750ab004e670e4713401e671b4423c657409bb00433c45750db44330c0bef07c8a16ec7ccd133c62758d66bb00000080"
    "6689d8baf80c66efbafc0c66ed663df41a021074136681c3000800006681fb0000018072dbe95fff6689d86683c010baf80c"
    "66efbafc0c66ed83e0fc83c01889c266b80008000066efe93bffbaf803eec375700d0a00008d740010000100008000000800"
    "000000000000"
)


class Ears:
    """Another process that tells all events that it hears; without an event loop of its own, and calling the API from its callbacks."""

    SCRIPT = """if True:
        import libvirt, libvirt_qemu, os, sys
        libvirt.registerErrorHandler(lambda context, error: None, None)
        connection = libvirt.open(sys.argv[1])
        def tell(name, domain, *arguments):
            if connection.numOfDomains() >= 0:
                print(repr((name, *arguments)), flush=True)
        connection.domainEventRegisterAny(None, 0, lambda c, d, event, detail, o: tell("LIFE", d, event, detail), None)
        prefix = "VIR_DOMAIN_EVENT_ID_"
        names = [name[len(prefix):] for name in dir(libvirt) if name.startswith(prefix)]
        for name in set(names) - {"LIFECYCLE", "LAST"}:
            def callback(c, d, *rest, name=name):
                tell(name, d, *rest[:-1])
            connection.domainEventRegisterAny(None, getattr(libvirt, prefix + name), callback, None)
        def monitor(c, d, event, seconds, micros, details, wanted):
            tell(wanted, d, event, seconds > 1e9, details)
        flags = libvirt_qemu.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX | libvirt_qemu.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE
        libvirt_qemu.qemuMonitorEventRegister(connection, None, "^vnc_(c|d)", monitor, "REGEX", flags)
        libvirt_qemu.qemuMonitorEventRegister(connection, None, "rtc_change", monitor, "NOCASE", 2)
        print("ready", flush=True)
        sys.stdin.read()
        os._exit(0)
    """

    def __init__(self, uri):
        self.process = subprocess.Popen([sys.executable, "-c", self.SCRIPT, uri], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self.line() == "ready"

    def line(self):
        assert select.select([self.process.stdout], [], [], PATIENCE)[0], "no event comes"
        return self.process.stdout.readline().decode().strip()

    def hear(self, *wanted):
        """The next events are these, in their order; reboots are passed over, of which firmware makes any number."""
        for one in wanted:
            event = ("REBOOT",)
            while event == ("REBOOT",):
                event = eval(self.line(), {})
                if one == ("REBOOT",):
                    break
            assert event[: len(one)] == one, f"{event} instead of {one}"

    def end(self):
        self.process.communicate(timeout=PATIENCE)


def document(name, folder, devices="", policy="", actions=""):
    return f"""<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory>
      <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><clock offset='variable' adjustment='60'/>{actions}
      <devices>
        <disk type='file' device='disk'><driver name='qemu' type='raw' {policy}/><source file='{folder}/disk'/><target dev='hda' bus='ide'/></disk>
        <disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='{folder}/cd'/><target dev='hdc' bus='ide'/><readonly/></disk>
        <serial type='pty'/><memballoon model='virtio'/>{devices}
      </devices></domain>"""


def prepare(folder):
    # As root QEMU is another user, who makes VNC's socket.
    pathlib.Path(folder).chmod(0o711)
    pathlib.Path(folder, "screen").mkdir()
    pathlib.Path(folder, "screen").chmod(0o777)
    pathlib.Path(folder, "disk").write_bytes(GUEST.ljust(510, b"\0") + b"\x55\xaa" + bytes(1 << 20))
    pathlib.Path(folder, "cd").write_bytes(bytes(1 << 20))


def command(domain, name, **arguments):
    reply = json.loads(libvirt_qemu.qemuMonitorCommand(domain, json.dumps({"execute": name, "arguments": arguments}), 0))
    assert "return" in reply, reply
    return reply["return"]


class Guest:
    """A guest that is up, on its console."""

    def __init__(self, connection, domain):
        self.stream, self.ups = console(connection, domain), 0
        self.send, self.abort = self.stream.send, self.stream.abort
        threading.Thread(target=self.drain, daemon=True).start()

    def drain(self):
        # What a guest prints that nobody reads would stop it.
        try:
            while heard := self.stream.recv(4096):
                self.ups += heard.count(b"up")
        except libvirt.libvirtError:
            pass

    def await_up(self):
        """It listens again, after it has booted."""
        before = self.ups
        until(lambda: self.ups > before + 1, "the guest")


def started(connection, text):
    domain = connection.createXML(text)
    return domain, Guest(connection, domain)


START = [("LIFE", 4, 0), ("LIFE", 2, 0)]


def all_kinds(uri, folder, connection):
    """Each kind of event that QEMU can be made to tell, in another process; and its mark on the machine."""
    prepare(folder)
    ears = Ears(uri)
    vnc = f"{folder}/screen/vnc"
    devices = f"<watchdog model='ib700' action='pause'/><graphics type='vnc' socket='{vnc}'/><video><model type='vga'/></video><input type='tablet' bus='usb'/>"
    domain, guest = started(connection, document("kinds", folder, devices))
    ears.hear(*START)
    guest.send(b"w")
    ears.hear(("WATCHDOG", 1), ("LIFE", 3, 3))
    assert domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_WATCHDOG]
    domain.resume()
    ears.hear(("LIFE", 4, 0))
    guest.send(b"t")
    told = eval(ears.line(), {})
    assert told[:3] == ("NOCASE", "RTC_CHANGE", True), told
    moved = json.loads(told[3])["offset"]
    ears.hear(("RTC_CHANGE", moved + 60))
    assert f"adjustment='{moved + 60}'" in domain.XMLDesc() and abs(abs(moved) - 3600) < 5
    guest.send(b"b")
    ears.hear(("BALLOON_CHANGE", 24 << 10))
    assert domain.info()[2] == 24 << 10 and "<currentMemory unit='KiB'>24576<" in domain.XMLDesc()
    guest.send(b"s")
    ears.hear(("PMSUSPEND", 0), ("LIFE", 7, 0))
    assert domain.state()[0] == libvirt.VIR_DOMAIN_PMSUSPENDED
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID):
        domain.suspend()
    domain.pMWakeup()
    ears.hear(("PMWAKEUP", 0), ("LIFE", 2, 4))
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_WAKEUP]
    for word, reason in (("open", 0), ("close", 1)):
        command(domain, f"blockdev-{word}-tray", id="ide0-1-0")
        ears.hear(("TRAY_CHANGE", "ide0-1-0", reason))
        assert ("tray='open'" in domain.XMLDesc()) == (word == "open")
    speak_vnc(vnc, lambda: ears.hear(("REGEX", "VNC_CONNECTED", True), ("GRAPHICS", 0, {"family": 2, "node": "", "service": vnc})))
    ears.hear(("GRAPHICS", 1), ("REGEX", "VNC_DISCONNECTED"), ("GRAPHICS", 2))
    domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<x/>", "k", "urn:x", libvirt.VIR_DOMAIN_AFFECT_LIVE)
    ears.hear(("METADATA_CHANGE", 2, "urn:x"))
    command(domain, "device_del", id="input0")
    ears.hear(("DEVICE_REMOVED", "input0"))
    # Nodes are numbered from the last disk to the first.
    node = "libvirt-2-format"
    command(domain, "block-set-write-threshold", **{"node-name": node, "write-threshold": 1})
    guest.await_up()
    guest.send(b"E")
    path = f"{folder}/disk"
    ears.hear(("BLOCK_THRESHOLD", "hda", path, 1, 4607), ("BLOCK_THRESHOLD", f"hda[{node.split('-')[1]}]", path, 1, 4607))
    domain.reset()
    ears.hear(("REBOOT",))
    time.sleep(0.1)
    guest.await_up()
    guest.send(b"d")
    ears.hear(("PMSUSPEND_DISK", 0), ("LIFE", 7, 1), ("LIFE", 6, 1), ("LIFE", 5, 0))
    guest.abort()
    ears.end()


def speak_vnc(path, connected):
    """As a viewer does, until the screen is about to be sent."""
    with socket.socket(socket.AF_UNIX) as viewer:
        viewer.connect(path)
        connected()
        assert viewer.recv(12).startswith(b"RFB 003")
        viewer.send(b"RFB 003.008\n")
        viewer.recv(viewer.recv(1)[0])
        viewer.send(b"\1")
        viewer.recv(4)
        viewer.send(b"\1")
        viewer.recv(24)


def io_errors(uri, folder, connection):
    """A disk without space pauses the machine if that is its policy, and says which and why."""
    prepare(folder)
    ears = Ears(uri)
    domain, guest = started(connection, document("errors", folder, policy="error_policy='stop'"))
    ears.hear(*START)
    rule = {"event": "none", "errno": 28, "sector": 8, "iotype": "read", "once": True, "immediately": True}
    command(domain, "blockdev-add", driver="blkdebug", **{"node-name": "bad", "image": "libvirt-2-storage", "inject-error": [rule]})
    command(domain, "blockdev-reopen", options=[{"driver": "raw", "node-name": "libvirt-2-format", "file": "bad"}])
    guest.send(b"e")
    path = f"{folder}/disk"
    ears.hear(("IO_ERROR", path, "ide0-0-0", 1), ("IO_ERROR_REASON", path, "ide0-0-0", 1, "enospc"), ("LIFE", 3, 2))
    assert domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_IOERROR]
    domain.resume()
    domain.destroy()
    ears.hear(("LIFE", 4, 0), ("LIFE", 6, 2), ("LIFE", 5, 1))
    guest.abort()
    ears.end()


OFF = [("LIFE", 6, 1), ("LIFE", 5, 0)]
BOOTED = [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED]
CRASHED = [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_CRASHED]
PANIC = ("LIFE", 8, 0)
# What is said of power off, reboot and crash; what the guest does; what is told but for reboots; the state then, None: it is gone.
ACTIONS = [
    ("destroy", "restart", "destroy", b"p", OFF, None),
    ("restart", "restart", "destroy", b"p", [], BOOTED),
    ("destroy", "destroy", "destroy", b"p", OFF, None),
    ("destroy", "destroy", "destroy", b"r", OFF, None),
    ("destroy", "restart", "destroy", b"r", [], BOOTED),
    ("restart", "restart", "destroy", b"r", [], BOOTED),
    ("destroy", "restart", "destroy", b"c", [PANIC, ("LIFE", 5, 2)], None),
    ("destroy", "restart", "restart", b"c", [PANIC, ("LIFE", 4, 0)], CRASHED),
    ("destroy", "restart", "preserve", b"c", [PANIC], [libvirt.VIR_DOMAIN_CRASHED, libvirt.VIR_DOMAIN_CRASHED_PANICKED]),
    ("destroy", "restart", "coredump-destroy", b"c", [PANIC, ("LIFE", 5, 2)], None),
    ("destroy", "restart", "coredump-restart", b"c", [PANIC, ("LIFE", 4, 0)], CRASHED),
    # What libvirt's driver refuses.
    ("preserve", "restart", "destroy", b"p", [("LIFE", 6, 1)], [libvirt.VIR_DOMAIN_SHUTDOWN, libvirt.VIR_DOMAIN_SHUTDOWN_UNKNOWN]),
    ("destroy", "preserve", "destroy", b"r", [("LIFE", 6, 1)], [libvirt.VIR_DOMAIN_SHUTDOWN, libvirt.VIR_DOMAIN_SHUTDOWN_UNKNOWN]),
    ("rename-restart", "restart", "destroy", b"p", [], BOOTED),
    ("restart", "destroy", "destroy", b"r", OFF, None),
    ("destroy", "restart", "rename-restart", b"c", [PANIC, ("LIFE", 4, 0)], CRASHED),
]


def actions(uri, folder, connection):
    """Power off, reboot and crash, with each action that QEMU's driver has, no client taking part."""
    prepare(folder)
    ears = Ears(uri)
    for poweroff, reboot, crash, key, told, state in ACTIONS:
        words = f"<on_poweroff>{poweroff}</on_poweroff><on_reboot>{reboot}</on_reboot><on_crash>{crash}</on_crash>"
        domain, guest = started(connection, document("acts", folder, "<panic model='isa'/>", actions=words))
        what = f"{poweroff} {reboot} {crash} {key}"
        try:
            ears.hear(*START)
            guest.send(key)
            if not told:
                ears.hear(("REBOOT",))
            ears.hear(*told)
            if state:
                until(lambda: domain.state() == state, what)
                guest.abort()
                domain.destroy()
                ears.hear(*([("LIFE", 6, 2)] if state[0] == libvirt.VIR_DOMAIN_RUNNING else []), ("LIFE", 5, 1))
            else:
                until(lambda: not connection.listAllDomains(), what)
                guest.abort()
        except AssertionError as failure:
            raise AssertionError(f"{what}: {failure}")
    assert len(list(pathlib.Path(folder, "lib/qemu/dump").iterdir())) == 2
    ears.end()
    old = libvirt.open(f"{uri}&vocabulary=9.0.0")
    for poweroff, reboot, crash in (("rename-restart", "restart", "destroy"), ("preserve", "restart", "destroy"), ("destroy", "preserve", "destroy"),
                                    ("restart", "destroy", "destroy"), ("destroy", "restart", "rename-restart")):
        words = f"<on_poweroff>{poweroff}</on_poweroff><on_reboot>{reboot}</on_reboot><on_crash>{crash}</on_crash>"
        with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "qemu driver doesn't support"):
            old.defineXML(document("acts", folder, actions=words))
    old.close()


def fake_reboot(uri, folder, connection):
    """A reboot by the power button: the guest powers off, and boots again."""
    prepare(folder)
    ears = Ears(uri)
    domain, guest = started(connection, document("fake", folder))
    ears.hear(*START)
    domain.reboot(libvirt.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN)
    guest.send(b"p")
    ears.hear(("REBOOT",))
    assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
    time.sleep(0.1)
    guest.await_up()
    guest.send(b"p")
    ears.hear(*OFF)
    guest.abort()
    ears.end()


def crowd(uri, folder, connection):
    """Two processes start, pause, resume and destroy the same machines at once: what is told is one life after the other, whole."""
    prepare(folder)
    names = ["one", "two"]
    for name in names:
        connection.defineXML(document(name, folder).replace("<disk type='file' device='disk'>", "<disk type='file' device='disk'><shareable/>"))
    told = {name: [] for name in names}
    script = f"""if True:
        import libvirt, random
        libvirt.registerErrorHandler(lambda context, error: None, None)
        c = libvirt.open({uri!r})
        domains = [c.lookupByName(name) for name in {names!r}]
        for _ in range(60):
            call = random.choice(["create", "suspend", "resume", "destroy"])
            try:
                getattr(random.choice(domains), call)()
            except libvirt.libvirtError as error:
                assert error.get_error_code() in (libvirt.VIR_ERR_OPERATION_INVALID, libvirt.VIR_ERR_OPERATION_FAILED), (call, error)
    """
    def tell(connection, domain, event, detail, opaque):
        told[domain.name()].append((event, detail))
    callback = connection.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, tell, None)
    workers = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for worker in workers:
        assert worker.wait(PATIENCE) == 0, worker.stderr.read()
    for name in names:
        domain = connection.lookupByName(name)
        if domain.isActive():
            domain.destroy()
        domain.undefine()
        until(lambda: told[name][-1:] == [(1, 0)], f"the end of {told[name]}")
        # What may follow on what: a machine that is not there, runs, is paused, or is about to end.
        then = {"off": {4: "begins", 1: "off"}, "begins": {2: "runs"}, "runs": {3: "paused", 6: "ends", 5: "off"},
                "paused": {4: "runs", 6: "ends", 5: "off"}, "ends": {5: "off"}}
        state = "off"
        for event, detail in told[name]:
            assert event in then[state], f"{event} of a machine that {state}: {told[name]}"
            state = then[state][event]
        assert state == "off"
    connection.domainEventDeregisterAny(callback)


CHECKS = [all_kinds, io_errors, actions, fake_reboot, crowd]
