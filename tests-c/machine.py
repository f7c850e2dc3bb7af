"""Machines that run, through the library alone: real QEMU under TCG, a boot sector of our own as guest, several processes.

    LD_LIBRARY_PATH=build/lib /usr/bin/python3 tests-c/machine.py

Prints a line a check and "N passed, N failed". Everything is below a temporary folder; as root the last check does the same as a plain user.
"""
import os
import pathlib
import signal
import shutil
import subprocess
import sys
import tempfile
import time

import libvirt

libvirt.registerErrorHandler(lambda context, error: None, None)

# In real mode at 0x7c00: prints "up" at each tick of the clock; 'p' on the first serial line powers off through ACPI's port.
GUEST = bytes.fromhex(
    "31c08ed8fc" "be347c" "ac84c07406baf803eeebf5"  # start: print the text
    "bafd03eca801740f"                              # nothing came: wait for the next tick
    "baf803ec3c707507ba0406b80020ef"                # 'p': out 0x604, 0x2000
    "fbf4ebd7" + "00" * 6
)
TEXT = b"up\r\n\0"
PATIENCE = 60


def sector():
    code = GUEST[:0x34].ljust(0x34, b"\0") + TEXT
    return (code.ljust(510, b"\0") + b"\x55\xaa").ljust(1 << 20, b"\0")


def document(name, folder, more=""):
    return f"""<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory>
      <os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>{more}
      <devices>
        <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{folder}/disk'/><target dev='sda' bus='sata'/></disk>
        <serial type='pty'/>
      </devices></domain>"""


def until(holds, what):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.01)


class Failing:
    """Checks that a call fails with a code, and words in its text."""

    def __init__(self, code, *words):
        self.code, self.words = code, words

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        assert kind is libvirt.libvirtError, f"no error, expected code {self.code}"
        assert error.get_error_code() == self.code, f"code {error.get_error_code()}: {error}"
        for word in self.words:
            assert word in str(error), f"'{word}' is not in: {error}"
        return True


class Listener:
    """Another process that tells the events it gets."""

    SCRIPT = """if True:
        import libvirt, sys
        connection = libvirt.open(sys.argv[1])
        def tell(connection, domain, event, detail, opaque):
            print(domain.name(), event, detail, flush=True)
        connection.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, tell, None)
        print("ready", flush=True)
        sys.stdin.read()
    """

    def __init__(self, uri):
        self.process = subprocess.Popen([sys.executable, "-c", self.SCRIPT, uri], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.line() == "ready"

    def line(self):
        return self.process.stdout.readline().strip()

    def end(self):
        self.process.communicate(timeout=PATIENCE)


def pids(uuid):
    """QEMU's process, and its supervisor's."""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if uuid.encode() in words and b"-uuid" in words:
                found["qemu"] = int(folder.name)
                found["supervisor"] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
    return found


def elsewhere(uri, expression):
    """What another process sees."""
    script = f"import libvirt; c = libvirt.open({uri!r}); print({expression})"
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=PATIENCE).stdout.strip()


def console(connection, domain):
    """The console of a guest that has spoken."""
    stream = connection.newStream(0)
    domain.openConsole(None, stream, 0)
    heard = b""
    while b"up\r\n" not in heard:
        heard += stream.recv(100)
    return stream


def life(uri, folder, connection):
    """Defined, started, seen by others, paused, resumed, powered off by itself."""
    listener = Listener(uri)
    domain = connection.defineXML(document("life", folder))
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_UNKNOWN]
    domain.create()
    assert domain.ID() > 0 and domain.isActive()
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED]
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "already running"):
        domain.create()
    assert elsewhere(uri, "[(d.name(), d.ID(), d.isActive()) for d in c.listAllDomains(1)]") == str([("life", domain.ID(), 1)])
    assert elsewhere(uri, "c.lookupByName('life').XMLDesc()") + "\n" == domain.XMLDesc()
    assert domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE).startswith("<domain type='qemu'>")
    domain.suspend()
    assert domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER]
    domain.resume()
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_UNPAUSED]
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID):
        domain.resume()
    domain.reset()
    stream = console(connection, domain)
    stream.send(b"p")
    until(lambda: not domain.isActive(), "power off")
    stream.abort()
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SHUTDOWN]
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "not running"):
        domain.destroy()
    domain.undefine()
    with Failing(libvirt.VIR_ERR_NO_DOMAIN):
        domain.XMLDesc()
    # That the guest powers off is told, when it was seen, before that the machine has stopped.
    told = [line for line in iter(listener.line, "life 1 0") if not line.startswith("life 6")]
    assert told == ["life 0 0", "life 2 0", "life 3 0", "life 4 0", "life 5 0"], told
    listener.end()


def transient(uri, folder, connection):
    """Without a definition: gone when it ends. Bound to a process: it ends with that."""
    domain = connection.createXML(document("transient", folder))
    assert not domain.isPersistent() and domain.isActive()
    assert elsewhere(uri, "c.lookupByName('transient').isPersistent()") == "0"
    domain.destroy()
    with Failing(libvirt.VIR_ERR_NO_DOMAIN):
        connection.lookupByName("transient")
    text = document("bound", folder)
    assert elsewhere(uri, f"c.createXML({text!r}, libvirt.VIR_DOMAIN_START_AUTODESTROY).isActive()") == "1"
    until(lambda: not connection.listAllDomains(), "the end of a machine that is bound to a process")


def paused(uri, folder, connection):
    """Started paused, changed while it runs, undefined while it runs."""
    domain = connection.defineXML(document("paused", folder))
    domain.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED)
    assert domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER]
    domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "live", None, None, libvirt.VIR_DOMAIN_AFFECT_LIVE)
    assert domain.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None, libvirt.VIR_DOMAIN_AFFECT_LIVE) == "live"
    with Failing(libvirt.VIR_ERR_NO_DOMAIN_METADATA):
        domain.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID):
        domain.rename("other")
    domain.undefine()
    assert domain.isActive() and not domain.isPersistent()
    domain.destroyFlags(libvirt.VIR_DOMAIN_DESTROY_GRACEFUL)
    assert connection.listAllDomains() == []


def killed(uri, folder, connection):
    """Processes are killed; the next call tells the truth."""
    domain = connection.defineXML(document("killed", folder))
    domain.create()
    os.kill(pids(domain.UUIDString())["supervisor"], signal.SIGKILL)
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED]
    domain.suspend()
    assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED
    os.kill(pids(domain.UUIDString())["qemu"], signal.SIGKILL)
    until(lambda: not domain.isActive(), "the end of a machine whose QEMU was killed")
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_CRASHED]
    domain.create()
    found = pids(domain.UUIDString())
    # Not its process alone: nobody else may know of that it died.
    os.kill(found["supervisor"], signal.SIGKILL)
    os.kill(found["qemu"], signal.SIGKILL)
    until(lambda: not domain.isActive(), "the end of a machine of which all was killed")
    domain.create()
    domain.destroy()
    domain.undefine()


def stuck(uri, folder, connection):
    """A QEMU that answers nothing holds up nobody, and can be destroyed."""
    domain = connection.defineXML(document("stuck", folder))
    domain.create()
    os.kill(pids(domain.UUIDString())["qemu"], signal.SIGSTOP)
    begun = time.monotonic()
    assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
    assert "<name>stuck</name>" in domain.XMLDesc()
    assert [one.name() for one in connection.listAllDomains()] == ["stuck"]
    assert time.monotonic() - begun < 5, "a stuck QEMU was waited for"
    domain.destroy()
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_DESTROYED]
    domain.undefine()


def broken(uri, folder, connection):
    """What cannot start says what is missing, and leaves nothing."""
    text = document("broken", folder).replace("/disk'", "/no-such-image'")
    domain = connection.defineXML(text)
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "no-such-image"):
        domain.create()
    assert not domain.isActive()
    domain.undefine()
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "no-such-machine"):
        connection.defineXML(document("broken", folder).replace("q35", "no-such-machine"))
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "/no/such/emulator"):
        connection.defineXML(document("broken", folder).replace("<devices>", "<devices><emulator>/no/such/emulator</emulator>"))
    assert connection.listAllDomains() == []


def monitor(uri, folder, connection):
    """QEMU's own monitor."""
    import libvirt_qemu

    domain = connection.createXML(document("monitor", folder))
    assert '"running":' in libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"query-status"}', 0)
    assert "running" in libvirt_qemu.qemuMonitorCommand(domain, "info status", libvirt_qemu.VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP)
    assert "CommandNotFound" in libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"no-such"}', 0)
    domain.destroy()


CHECKS = [life, transient, paused, killed, stuck, broken, monitor]


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
        while place.tb_next and place.tb_next.tb_frame.f_code.co_filename == __file__:
            place = place.tb_next
        print(f"   line {place.tb_lineno}: {type(failure).__name__}: {failure}")
        for log in pathlib.Path(folder).glob("log/qemu/*.log"):
            print("   " + "\n   ".join(log.read_text().splitlines()[-5:]))
        return False
    finally:
        for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE):
            domain.destroy()
        connection.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    results = []
    for check in CHECKS:
        results.append(run(check))
        print("ok" if results[-1] else "not ok", check.__name__, flush=True)
    if os.getuid() == 0 and shutil.which("setpriv"):
        # A bare environment: no home, no session, no daemon.
        user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "-i"]
        environment = [f"{name}={os.environ[name]}" for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ]
        ran = subprocess.run([*user, *environment, sys.executable, "-B", __file__], capture_output=True, text=True)
        results.append(ran.returncode == 0)
        print("ok" if results[-1] else f"not ok\n{ran.stdout}{ran.stderr}", "all the same as a plain user")
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
