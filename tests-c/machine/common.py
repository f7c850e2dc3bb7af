"""What the checks of machines share: the guest, its document, waiting, errors that must come, other processes."""
import pathlib
import subprocess
import sys
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
        import libvirt, os, sys
        connection = libvirt.open(sys.argv[1])
        def tell(connection, domain, event, detail, opaque):
            print(domain.name(), event, detail, flush=True)
        connection.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, tell, None)
        print("ready", flush=True)
        sys.stdin.read()
        os._exit(0)  # Python's end and a callback's thread do not go together
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
