"""Keys, screens, consoles and channels, the state of the monitor."""
import os
import pathlib
import signal
import socket
import threading
import time

import libvirt

from common import Failing, console, document, elsewhere, pids, until

CODESETS = [(libvirt.VIR_KEYCODE_SET_LINUX, 28), (libvirt.VIR_KEYCODE_SET_XT, 28), (libvirt.VIR_KEYCODE_SET_ATSET2, 90),
            (libvirt.VIR_KEYCODE_SET_OSX, 36), (libvirt.VIR_KEYCODE_SET_USB, 40), (libvirt.VIR_KEYCODE_SET_WIN32, 13),
            (libvirt.VIR_KEYCODE_SET_QNUM, 28)]

# In real mode: what is typed goes to the first serial line.
TYPES = bytes.fromhex("31c08ed8" "b401cd16740a" "b400cd16" "baf803ee" "ebf0" "fbf4ebec")


def keys(uri, folder, connection):
    """Keys of every code set arrive; what is no key is refused."""
    code = TYPES.ljust(510, b"\0") + b"\x55\xaa"
    with open(f"{folder}/disk", "r+b") as disk:
        disk.write(code)
    domain = connection.createXML(document("keys", folder))
    stream = connection.newStream(0)
    domain.openConsole(None, stream, 0)
    heard = bytearray()

    def listen():
        try:
            while data := stream.recv(100):
                heard.extend(data)
        except libvirt.libvirtError:
            pass

    listener = threading.Thread(target=listen)
    listener.start()
    # The firmware clears what was typed while it boots.
    while b"\r" not in heard:
        domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 20, [28], 1, 0)
        time.sleep(0.2)
    for codeset, code in CODESETS:
        before = heard.count(b"\r")
        domain.sendKey(codeset, 10, [code], 1, 0)
        until(lambda: heard.count(b"\r") > before, f"Return of code set {codeset}")
    domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 10, [42, 30], 2, 0)
    until(lambda: b"A" in heard, "a capital letter")
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "cannot translate keycode 999 of linux codeset to qnum keycode"):
        domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 0, [999], 1, 0)
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "keycode 0 is invalid: 0x10000"):
        domain.sendKey(libvirt.VIR_KEYCODE_SET_QNUM, 0, [0x10000], 1, 0)
    with Failing(libvirt.VIR_ERR_NO_SUPPORT):
        domain.sendProcessSignal(1, libvirt.VIR_DOMAIN_PROCESS_SIGNAL_TERM, 0)
    domain.destroy()
    listener.join()
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "not running"):
        connection.defineXML(document("keys", folder)).sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 0, [28], 1, 0)


CHANNEL = "<channel type='unix'><source mode='bind' path='{0}/channel'/><target type='virtio' name='a.b'/></channel>"


def screens(uri, folder, connection):
    """What a screen shows; a socket of the caller's and one of QEMU's speak VNC."""
    # QEMU itself makes this socket, in a folder that its user may write into.
    shown = pathlib.Path(folder, "shown")
    shown.mkdir()
    shown.chmod(0o777)
    os.chmod(folder, 0o711)
    text = document("screens", folder).replace("</devices>", f"<graphics type='vnc'><listen type='socket' socket='{shown}/vnc'/></graphics><video><model type='vga'/></video></devices>")
    domain = connection.createXML(text)
    stream = connection.newStream(0)
    assert domain.screenshot(stream, 0, 0) == "image/png"
    picture = bytearray()
    while data := stream.recv(65536):
        picture.extend(data)
    stream.finish()
    assert picture.startswith(b"\x89PNG") and picture.rstrip(b"\0").endswith(b"IEND\xaeB`\x82"), picture[:20]
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "no such screen ID"):
        domain.screenshot(connection.newStream(0), 7, 0)
    for skip in (0, libvirt.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH):
        with socket.socket(fileno=domain.openGraphicsFD(0, skip)) as ours:
            assert ours.recv(12) == b"RFB 003.008\n"
        ours, theirs = socket.socketpair()
        domain.openGraphics(0, theirs.fileno(), skip)
        theirs.close()
        assert ours.recv(12) == b"RFB 003.008\n"
        ours.close()
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "No graphics backend with index 1"):
        domain.openGraphicsFD(1, 0)
    domain.destroy()
    domain = connection.createXML(document("screens", folder))
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "no screens to take screenshot from"):
        domain.screenshot(connection.newStream(0), 0, 0)
    domain.destroy()


def ports(uri, folder, connection):
    """A console and a channel are one program's at a time; who forces takes them."""
    text = document("ports", folder).replace("</devices>", CHANNEL.format(folder) + "</devices>")
    domain = connection.createXML(text)
    stream = console(connection, domain)
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "Active console session exists for this domain"):
        domain.openConsole(None, connection.newStream(0), libvirt.VIR_DOMAIN_CONSOLE_SAFE)
    heard = elsewhere(uri, "(d := c.lookupByName('ports'), s := c.newStream(0), d.openConsole('serial0', s, libvirt.VIR_DOMAIN_CONSOLE_FORCE), s.recv(2))[-1]")
    assert heard[:3] in ("b'u", "b'p", "b'\\"), heard
    with Failing(libvirt.VIR_ERR_OPERATION_ABORTED, "by force"):
        while stream.recv(100):
            pass
    stream.abort()
    # That process is gone, and with it what it had.
    console(connection, domain).abort()

    first = connection.newStream(0)
    domain.openChannel("a.b", first, 0)
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "Active channel stream exists for this domain"):
        domain.openChannel("channel0", connection.newStream(0), 0)
    second = connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
    domain.openChannel(None, second, libvirt.VIR_DOMAIN_CHANNEL_FORCE)
    with Failing(libvirt.VIR_ERR_OPERATION_ABORTED, "by force"):
        first.recv(1)
    assert second.recv(1) == -2
    second.finish()
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "cannot find channel no.such"):
        domain.openChannel("no.such", connection.newStream(0), 0)
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "cannot find character device no-such"):
        domain.openConsole("no-such", connection.newStream(0), 0)
    # A supervisor that dies takes nobody's console away.
    stream = console(connection, domain)
    os.kill(pids(domain.UUIDString())["supervisor"], signal.SIGKILL)
    assert domain.isActive()
    assert stream.recv(1) and stream.recv(1)
    stream.abort()
    domain.destroy()


def control(uri, folder, connection):
    """A monitor that does not answer is told, and since when."""
    domain = connection.createXML(document("control", folder))
    assert domain.controlInfo() == [libvirt.VIR_DOMAIN_CONTROL_OK, 0, 0]
    qemu = pids(domain.UUIDString())["qemu"]
    os.kill(qemu, signal.SIGSTOP)
    asking = threading.Thread(target=lambda: domain.injectNMI())
    asking.start()
    until(lambda: domain.controlInfo()[0] == libvirt.VIR_DOMAIN_CONTROL_OCCUPIED, "a monitor that is occupied")
    time.sleep(0.1)
    state, details, waiting = domain.controlInfo()
    assert (state, details) == (libvirt.VIR_DOMAIN_CONTROL_OCCUPIED, 0) and 50 < waiting < 60000, waiting
    os.kill(qemu, signal.SIGCONT)
    asking.join()
    assert domain.controlInfo()[0] == libvirt.VIR_DOMAIN_CONTROL_OK
    domain.destroy()
    with Failing(libvirt.VIR_ERR_NO_DOMAIN):
        domain.controlInfo()


CHECKS = [keys, screens, ports, control]
