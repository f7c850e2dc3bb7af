"""Set-ups that cannot start: each says what is wrong, of which object, where in the document, and what helps; and leaves nothing behind.

A row prepares what is broken and yields the document; the error comes when that is defined or when the machine is started."""
import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import uuid

import libvirt

from common import document, pids

ROWS = []
EMULATOR = shutil.which("qemu-system-x86_64")


def row(code, *words, needs=None):
    """The error that must come; `needs`: whether the row can be broken here."""

    def add(prepare):
        if needs is None or needs():
            ROWS.append((prepare, code, words))
        return prepare

    return add


def is_user():
    """Modes of files mean nothing to root."""
    return os.getuid() != 0


def disk(folder, name, kind="raw", more=""):
    text = document("broken", folder).replace("/disk'", f"/{name}'").replace("type='raw'", f"type='{kind}'")
    return text.replace("<target dev='sda'", f"{more}<target dev='sda'")


def device(folder, text):
    return document("broken", folder).replace("</devices>", text + "</devices>")


def image(folder, name, *options):
    subprocess.run(["qemu-img", "create", "-q", *options, f"{folder}/{name}", "1M"], check=True)


# Images


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "Cannot access storage file '", "/no-image'", "No such file or directory", "/domain/devices/disk/source/@file", "qemu-img create")
def no_image(folder):
    yield disk(folder, "no-image")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "Cannot access storage file '", "/secret'", "Permission denied", "/domain/devices/disk/source/@file", "let user", needs=is_user)
def unreadable_image(folder):
    pathlib.Path(folder, "secret").touch(mode=0)
    yield disk(folder, "secret")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "Cannot access storage file '", "/kept'", "Permission denied", "/domain/devices/disk/source/@file", "<readonly/>", needs=is_user)
def image_that_cannot_be_written(folder):
    pathlib.Path(folder, "kept").touch(mode=0o400)
    yield disk(folder, "kept")


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "/folder' is a folder", "/domain/devices/disk/source/@file", "type='dir'")
def image_that_is_a_folder(folder):
    pathlib.Path(folder, "folder").mkdir()
    yield disk(folder, "folder")


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "/disk'", "is not of format 'qcow2'", "/domain/devices/disk/driver/@type", "'raw'")
def raw_image_as_qcow2(folder):
    yield disk(folder, "disk", "qcow2")


@row(libvirt.VIR_ERR_OPERATION_FAILED, "/torn'", "/domain/devices/disk/source/@file", "qemu-img check")
def torn_image(folder):
    image(folder, "torn", "-f", "qcow2")
    path = pathlib.Path(folder, "torn")
    path.write_bytes(path.read_bytes()[:4] + b"\0\0\0\x63" + path.read_bytes()[8:])
    yield disk(folder, "torn", "qcow2")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "Cannot access", "/below'", "No such file or directory", "/above'", "/domain/devices/disk[target/@dev='sda']/source", "qemu-img rebase")
def missing_backing_file(folder):
    image(folder, "below", "-f", "raw")
    image(folder, "above", "-f", "qcow2", "-b", f"{folder}/below", "-F", "raw")
    os.unlink(f"{folder}/below")
    yield disk(folder, "above", "qcow2")


@row(libvirt.VIR_ERR_RESOURCE_BUSY, "/disk'", "domain 'holder'", "process ", "/domain/devices/disk/source/@file", "<shareable/>")
def image_of_another_machine(folder, connection):
    holder = connection.createXML(document("holder", folder), libvirt.VIR_DOMAIN_START_PAUSED)
    try:
        yield disk(folder, "disk")
    finally:
        holder.destroy()


@row(libvirt.VIR_ERR_RESOURCE_BUSY, "/disk'", "qemu-io (process ", "/domain/devices/disk/source/@file")
def image_of_another_program(folder):
    holder = subprocess.Popen(["qemu-io", "-f", "raw", f"{folder}/disk"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdin.write(b"write 0 512\n")
    holder.stdin.flush()
    holder.stdout.readline()
    try:
        yield disk(folder, "disk")
    finally:
        holder.communicate()


# Ports


@contextlib.contextmanager
def port(first=0):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first))
        taken.listen()
        yield taken.getsockname()[1]


def vnc_port():
    for number in range(5900 + os.getpid() % 1000, 65000):
        with contextlib.suppress(OSError), port(number):
            return number


@row(libvirt.VIR_ERR_RESOURCE_BUSY, "port ", "python3 (process ", "/domain/devices/graphics/@port", "autoport")
def vnc_port_in_use(folder):
    number = vnc_port()
    with port(number):
        yield device(folder, f"<graphics type='vnc' port='{number}' autoport='no' listen='127.0.0.1'/>")


@row(libvirt.VIR_ERR_RESOURCE_BUSY, "port ", "python3 (process ", "/domain/devices/serial/source/@service")
def serial_port_in_use(folder):
    with port() as number:
        source = f"<serial type='tcp'><source mode='bind' host='127.0.0.1' service='{number}'/><protocol type='raw'/></serial>"
        yield document("broken", folder).replace("<serial type='pty'/>", source)


@row(libvirt.VIR_ERR_OPERATION_FAILED, "127.0.0.1", "Connection refused", "/domain/devices/serial)", "listens")
def serial_that_nobody_answers(folder):
    with port() as number:
        pass
    source = f"<serial type='tcp'><source mode='connect' host='127.0.0.1' service='{number}'/><protocol type='raw'/></serial>"
    yield document("broken", folder).replace("<serial type='pty'/>", source)


# The host and its processors


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "/dev/kvm", "Permission denied", "/domain/@type", "type='qemu'", needs=lambda: not os.access("/dev/kvm", os.R_OK | os.W_OK) and os.path.exists("/dev/kvm"))
def no_right_to_kvm(folder):
    yield document("broken", folder).replace("type='qemu'", "type='kvm'", 1)


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "pc-q35-7.22", "/domain/os/type/@machine", "did you mean 'pc-q35-7.2'")
def unknown_machine(folder):
    yield document("broken", folder).replace("q35", "pc-q35-7.22")


def processor(folder, text):
    return document("broken", folder, text)


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "qemu65", "/domain/cpu/model", "did you mean 'qemu64'")
def unknown_processor(folder):
    yield processor(folder, "<cpu mode='custom' match='exact' check='none'><model fallback='forbid'>qemu65</model></cpu>")


@row(libvirt.VIR_ERR_OPERATION_FAILED, "guest CPU doesn't match specification: missing features: ", "amx-tile", "/domain/cpu", "check='none'")
def feature_that_the_host_lacks(folder):
    yield processor(folder, "<cpu mode='custom' match='exact' check='full'><model fallback='forbid'>qemu64</model><feature policy='require' name='amx-tile'/></cpu>")


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "machine type limit 288", "/domain/vcpu")
def too_many_processors(folder):
    yield processor(folder, "<vcpu>5000</vcpu>")


@row(libvirt.VIR_ERR_NO_MEMORY, "/domain/memory", "GiB")
def too_much_memory(folder):
    yield document("broken", folder).replace("<memory unit='MiB'>32<", "<memory unit='GiB'>900<")


@row(libvirt.VIR_ERR_NO_MEMORY, "hugepages", "/domain/memoryBacking/hugepages", "nr_hugepages")
def huge_pages_that_are_not_there(folder):
    yield processor(folder, "<memoryBacking><hugepages/></memoryBacking>")


# Firmware and kernel


@row(libvirt.VIR_ERR_OPERATION_FAILED, "Unable to find any firmware to satisfy 'efi'", "/domain/os/@firmware", "ovmf")
def no_firmware(folder):
    wanted = "<os firmware='efi'><firmware><feature enabled='yes' name='enrolled-keys'/><feature enabled='no' name='secure-boot'/></firmware>"
    yield document("broken", folder).replace("<os>", wanted)


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-code.fd'", "No such file or directory", "/domain/os/loader")
def no_loader(folder):
    yield document("broken", folder).replace("</os>", f"<loader readonly='yes' type='pflash'>{folder}/no-code.fd</loader></os>")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-vars.fd'", "No such file or directory", "/domain/os/nvram/@template")
def no_variables(folder):
    more = f"<loader readonly='yes' type='pflash'>{folder}/disk</loader><nvram template='{folder}/no-vars.fd'>{folder}/vars.fd</nvram></os>"
    yield document("broken", folder).replace("</os>", more)


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-kernel'", "No such file or directory", "/domain/os/kernel")
def no_kernel(folder):
    yield document("broken", folder).replace("</os>", f"<kernel>{folder}/no-kernel</kernel></os>")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-initrd'", "No such file or directory", "/domain/os/initrd")
def no_initrd(folder):
    yield document("broken", folder).replace("</os>", f"<kernel>{folder}/disk</kernel><initrd>{folder}/no-initrd</initrd></os>")


@row(libvirt.VIR_ERR_OPERATION_FAILED, "/words'", "/domain/os/kernel", "bzImage")
def kernel_that_is_none(folder):
    yield document("broken", folder).replace("</os>", f"<kernel>{folder}/words</kernel></os>")


# Devices


@row(libvirt.VIR_ERR_XML_ERROR, "Attempted double use of PCI Address 0000:00:1b.0", "/domain/devices/")
def address_conflict(folder):
    place = "<address type='pci' domain='0' bus='0' slot='0x1b' function='0'/>"
    yield device(folder, f"<rng model='virtio'><backend model='random'>/dev/urandom</backend>{place}</rng><memballoon model='virtio'>{place}</memballoon>")


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "no-such-device", "/domain/qemu:commandline/qemu:arg", "-device help")
def unknown_device(folder):
    text = document("broken", folder).replace("<domain ", "<domain xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' ")
    arguments = "<qemu:commandline><qemu:arg value='-device'/><qemu:arg value='no-such-device'/></qemu:commandline>"
    yield text.replace("</domain>", arguments + "</domain>")


@row(libvirt.VIR_ERR_OPERATION_FAILED, "0000:ff:1f.7", "/domain/devices/hostdev/source/address", "lspci")
def no_host_device(folder):
    yield device(folder, "<hostdev mode='subsystem' type='pci' managed='no'><source><address domain='0' bus='0xff' slot='0x1f' function='7'/></source></hostdev>")


@row(libvirt.VIR_ERR_OPERATION_FAILED, "1234:5678", "/domain/devices/hostdev/source", "lsusb")
def no_usb_device(folder):
    yield device(folder, "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0x5678'/></source></hostdev>")


@row(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "bridge", "/domain/devices/interface/", "type 'user'")
def no_bridge(folder):
    yield device(folder, "<interface type='bridge'><source bridge='no-bridge'/></interface>")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-folder/log'", "No such file or directory", "/domain/devices/serial/source/@path")
def file_in_no_folder(folder):
    yield document("broken", folder).replace("<serial type='pty'/>", f"<serial type='file'><source path='{folder}/no-folder/log'/></serial>")


# The emulator


def emulator(folder, path):
    return document("broken", folder).replace("<devices>", f"<devices><emulator>{path}</emulator>")


def script(folder, text):
    path = pathlib.Path(folder, "emulator")
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return path


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/no-emulator", "No such file or directory", "/domain/devices/emulator", "install")
def no_emulator(folder):
    yield emulator(folder, f"{folder}/no-emulator")


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/emulator", "not an executable file", "/domain/devices/emulator")
def emulator_that_cannot_be_run(folder):
    path = script(folder, "")
    path.chmod(0o644)
    yield emulator(folder, path)


@row(libvirt.VIR_ERR_OPERATION_FAILED, "/emulator'", "no such option", "/domain/devices/emulator")
def emulator_that_is_none(folder):
    yield emulator(folder, script(folder, "echo no such option >&2; exit 1"))


@row(libvirt.VIR_ERR_OPERATION_FAILED, "/emulator'", "/domain/devices/emulator", "version 5 or later")
def old_emulator(folder):
    # There is no old one to install: it says no more than its version, as it would.
    answer = '{"QMP": {"version": {"qemu": {"micro": 0, "minor": 11, "major": 2}, "package": ""}, "capabilities": []}}'
    yield emulator(folder, script(folder, f"echo '{answer}'; while read line; do echo '{{\"error\": {{\"class\": \"CommandNotFound\"}}}}'; done"))


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/emulator", "/domain/devices/emulator", "install")
def emulator_that_is_gone(folder, connection):
    path = pathlib.Path(folder, "emulator")
    path.symlink_to(EMULATOR)
    connection.defineXML(emulator(folder, path))
    path.unlink()
    yield None


# Room and rights of the machinery itself


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/broken.log'", "No space left on device")
def no_room_for_the_log(folder):
    log = pathlib.Path(folder, "log/qemu")
    log.mkdir(parents=True, exist_ok=True)
    (log / "broken.log").symlink_to("/dev/full")
    yield document("broken", folder)


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/run/qemu/", "Permission denied", needs=is_user)
def run_folder_that_cannot_be_written(folder):
    run = pathlib.Path(folder, "run/qemu")
    run.mkdir(parents=True, exist_ok=True)
    run.chmod(0o500)
    yield document("broken", folder)
    run.chmod(0o700)


@row(libvirt.VIR_ERR_SYSTEM_ERROR, "/run/qemu'", "Not a directory")
def run_folder_that_is_none(folder):
    pathlib.Path(folder, "run").write_text("")
    yield document("broken", folder)


def try_one(prepare, code, words):
    folder = tempfile.mkdtemp(prefix="solovirt-broken-")
    connection = libvirt.open(f"qemu:///embed?root={folder}")
    try:
        pathlib.Path(folder, "words").write_text("no kernel\n" * 1000)
        pathlib.Path(folder, "disk").write_bytes(bytes(1 << 20))
        names = prepare.__code__.co_varnames[: prepare.__code__.co_argcount]
        steps = prepare(*(folder, connection)[: len(names)])
        text = next(steps)
        own = uuid.uuid4()
        begun = time.monotonic()
        error, at = None, "define"
        try:
            if text is None:
                domain = connection.lookupByName("broken")
            else:
                domain = connection.defineXML(text.replace("<name>broken", f"<uuid>{own}</uuid><name>broken"))
            own = domain.UUIDString()
            begun = time.monotonic()
            at = "start"
            domain.create()
        except libvirt.libvirtError as failure:
            error = failure
        took = time.monotonic() - begun
        print(f"   {took * 1000:4.0f} ms to {at}: {prepare.__name__.replace('_', ' ')}: {error}")
        assert error, f"{prepare.__name__}: it starts"
        assert error.get_error_code() == code, f"{prepare.__name__}: code {error.get_error_code()}: {error}"
        for word in words:
            assert word in str(error), f"{prepare.__name__}: '{word}' is not in: {error}"
        assert not pids(str(own)), f"{prepare.__name__}: a process is left"
        assert [one.name() for one in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)] in ([], ["holder"])
        next(steps, None)
        left = {path.name for path in pathlib.Path(folder, "run/qemu").glob("*")} - {"states", "last-id", "ports", "events", "holder.xml"}
        assert not left, f"{prepare.__name__}: left: {left}"
    finally:
        for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE):
            domain.destroy()
        connection.close()
        shutil.rmtree(folder, ignore_errors=True)


def explained(uri, folder, connection):
    """All rows; those that fail are told together."""
    failures = []
    for prepare, code, words in ROWS:
        try:
            try_one(prepare, code, words)
        except AssertionError as failure:
            failures.append(str(failure))
    assert not failures, f"{len(failures)} of {len(ROWS)}:\n      " + "\n      ".join(failures)


CHECKS = [explained]
