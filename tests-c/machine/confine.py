"""What a machine may touch: its own files, open, whoever owns them, and nothing else; tried by a QEMU that is told to break out."""
import json
import os
import pathlib
import socket
import struct
import subprocess
import xml.etree.ElementTree as tree

import libvirt
import libvirt_qemu

from common import Failing, console, document, pids, sector, until

ROOT = os.getuid() == 0


def ask(domain, command, **arguments):
    """What QEMU answers to a command of its monitor's."""
    reply = libvirt_qemu.qemuMonitorCommand(domain, json.dumps({"execute": command, "arguments": arguments}), 0)
    return json.loads(reply)


def has_landlock():
    script = "import ctypes; print(ctypes.CDLL(None).syscall(444, None, 0, 1))"
    return int(subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True, check=True).stdout) > 0


def status(domain):
    lines = pathlib.Path(f"/proc/{pids(domain.UUIDString())['qemu']}/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def disk(folder, name, target, more="<driver name='qemu' type='raw'/>"):
    return f"<disk type='file' device='disk'>{more}<source file='{folder}/{name}'/><target dev='{target}' bus='virtio'/></disk>"


def with_devices(text, devices):
    return text.replace("<serial type='pty'/>", f"<serial type='pty'/>{devices}")


def closed(uri, folder, connection):
    """QEMU runs without privileges, as nobody who owns anything, and cannot open what is not its own."""
    for name in ("own", "other"):
        path = pathlib.Path(folder, name)
        path.write_bytes(sector())
        path.chmod(0o600)
    domain = connection.createXML(with_devices(document("closed", folder), disk(folder, "own", "vda")))
    told = status(domain)
    assert told["NoNewPrivs"] == "1" and told["Seccomp"] == "2", told
    if ROOT:
        assert "0" not in told["Uid"].split() + told["Gid"].split(), told
        assert told["CapEff"] == "0" * 16, told
        owner = os.stat(f"{folder}/own")
        assert (owner.st_uid, owner.st_mode & 0o777) == (0, 0o600), "an image was given away"
    confined = has_landlock() or ROOT
    if confined:
        home = folder
        for path in (f"{folder}/other", f"{folder}/own", "/etc/shadow", "/etc/passwd" if has_landlock() else "/etc/shadow"):
            added = ask(domain, "blockdev-add", driver="file", filename=path, **{"node-name": "out", "read-only": True})
            assert "ermission denied" in added["error"]["desc"], (path, added)
        written = ask(domain, "screendump", filename=f"{home}/escaped")
        assert "error" in written, written
        dumped = ask(domain, "dump-guest-memory", paging=False, protocol=f"file:{home}/escaped")
        assert "error" in dumped, dumped
        port = ask(domain, "chardev-add", id="out", backend={"type": "file", "data": {"out": f"{home}/escaped"}})
        assert "error" in port, port
        assert not os.path.exists(f"{home}/escaped")
    # Its own: still there, and still its own.
    blocks = ask(domain, "query-named-block-nodes")["return"]
    assert any(node["file"] == "/dev/fdset/2" for node in blocks), blocks
    console(connection, domain).abort()
    domain.suspend()
    domain.resume()
    domain.destroy()


def locked(uri, folder, connection):
    """Images that come open are locked as others are: a second machine does not get them, and hears which."""
    first = connection.createXML(document("locked", folder))
    with Failing(libvirt.VIR_ERR_RESOURCE_BUSY, "locked", f"{folder}/disk"):
        connection.createXML(document("intruder", folder))
    first.destroy()
    second = connection.createXML(document("intruder", folder))
    second.destroy()


def qcow2(path, below=b"", layout=b""):
    """An empty image of 1 MiB: header, reference counts and the first table, a cluster each."""
    cluster = 1 << 16
    name = 512 if below else 0
    header = struct.pack(">4sIQIIQIIQQIIQQQQII", b"QFI\xfb", 3, name, len(below), 16, 1 << 20, 0, 1, 3 * cluster, cluster, 1, 0, 0, 0, 0, 0, 4, 104)
    if layout:
        header += struct.pack(">II", 0xE2792ACA, len(layout)) + layout.ljust(-(-len(layout) // 8) * 8, b"\0")
    blocks = [header.ljust(512, b"\0") + below, struct.pack(">Q", 2 * cluster), struct.pack(">4H", 1, 1, 1, 1), b""]
    pathlib.Path(path).write_bytes(b"".join(block.ljust(cluster, b"\0") for block in blocks))


def chains(uri, folder, connection):
    """Images below images, named by the definition or only by the image above."""
    qcow2(f"{folder}/base")
    qcow2(f"{folder}/middle", b"base", b"qcow2")
    qcow2(f"{folder}/top", f"{folder}/middle".encode(), b"qcow2")
    text = with_devices(document("chains", folder), disk(folder, "top", "vda", "<driver name='qemu' type='qcow2'/>"))
    domain = connection.createXML(text)
    for name in ("middle", "base"):
        assert f"file='{folder}/{name}'" in domain.XMLDesc(), domain.XMLDesc()
    opened = {node["file"] for node in ask(domain, "query-named-block-nodes")["return"]}
    assert {f"/dev/fdset/{number}" for number in (2, 3, 4)} <= opened, opened
    domain.destroy()
    os.unlink(f"{folder}/base")
    with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, f"{folder}/base", f"{folder}/middle"):
        connection.createXML(text)


def ports(uri, folder, connection):
    """Files and sockets at the ends of ports, logs, and kernels that only their owner may read."""
    kernel = pathlib.Path(folder, "kernel")
    kernel.write_bytes(b"\0" * 0x1F1 + b"\x01" + b"\0" * 4096)
    kernel.chmod(0o600)
    devices = f"""<serial type='file'><source path='{folder}/serial'/><log file='{folder}/copy'/><target port='1'/></serial>
      <channel type='unix'><source mode='bind' path='{folder}/channel'/><target type='virtio' name='a'/></channel>"""
    text = with_devices(document("ports", folder), devices).replace("</os>", f"<kernel>{kernel}</kernel></os>")
    pathlib.Path(folder, "serial").write_text("old")
    domain = connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED)
    assert pathlib.Path(folder, "serial").read_text() == "" and os.path.exists(f"{folder}/copy")
    for path in ("kernel", "serial", "copy"):
        assert os.stat(f"{folder}/{path}").st_uid == os.getuid(), path
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{folder}/channel")
        until(lambda: any(one["frontend-open"] for one in ask(domain, "query-chardev")["return"] if one["label"] == "charmonitor"), "a client")
    assert f"path='{folder}/channel'" in domain.XMLDesc() and str(kernel) in domain.XMLDesc()
    domain.destroy()
    connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED).destroy()


def settings(uri, folder, connection):
    """qemu.conf is followed."""
    pathlib.Path(folder, "etc").mkdir(exist_ok=True)
    conf = pathlib.Path(folder, "etc", "qemu.conf")
    conf.write_text('user = "+61234"\ngroup = "+61235"\nmax_files = 3000\nmax_core = 0\nset_process_name = 1\nseccomp_sandbox = 0\n')
    domain = connection.createXML(document("settings", folder))
    told = status(domain)
    process = pids(domain.UUIDString())["qemu"]
    limits = pathlib.Path(f"/proc/{process}/limits").read_text()
    assert "Max open files            3000 " in limits and "Max core file size        0 " in limits, limits
    assert told["Name"].startswith("qemu:settings") and told["Seccomp"] == "0", told
    if ROOT:
        assert told["Uid"].split() == ["61234"] * 4 and told["Gid"].split() == ["61235"] * 4, told
    domain.destroy()
    if ROOT:
        conf.write_text('user = "no such user"\n')
        with Failing(libvirt.VIR_ERR_INVALID_ARG, "no such user"):
            connection.createXML(document("settings", folder))
        # Without the driver's help QEMU's user gets what it may open itself.
        conf.write_text("dynamic_ownership = 0\n")
        os.chmod(f"{folder}/disk", 0o600)
        with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, f"{folder}/disk", "ermission denied"):
            connection.createXML(document("settings", folder))
        assert connection.listAllDomains() == []
    conf.unlink()


def labels(uri, folder, connection):
    """What holds is told, in the capabilities, by the calls, in the document; what a definition says of it is followed."""
    models = [(model.findtext("model"), model.findtext("doi")) for model in tree.fromstring(connection.getCapabilities()).iter("secmodel")]
    first = "landlock" if has_landlock() else "none"
    assert models == [(first, "0")] + [("dac", "0")] * ROOT, models
    assert connection.getSecurityModel() == [first, "0"]
    domain = connection.defineXML(document("labels", folder))
    assert domain.securityLabel() == ["", False] and domain.securityLabelList() == []
    domain.create()
    told = domain.securityLabelList()
    assert domain.securityLabel() == told[0] and len(told) == 1 + ROOT, told
    begins = "own files only" if has_landlock() else "unconfined: the kernel has no Landlock"
    assert told[0][0].startswith(begins) and told[0][1] == has_landlock(), told
    shown = {label.get("model"): label for label in tree.fromstring(domain.XMLDesc()).iter("seclabel")}
    if ROOT:
        user, group = status(domain)["Uid"].split()[0], status(domain)["Gid"].split()[0]
        assert told[1] == [f"+{user}:+{group}", True], told
        assert shown["dac"].findtext("label") == shown["dac"].findtext("imagelabel") == f"+{user}:+{group}"
    for flag in (libvirt.VIR_DOMAIN_XML_INACTIVE, libvirt.VIR_DOMAIN_XML_MIGRATABLE):
        assert "seclabel" not in domain.XMLDesc(flag)
    domain.destroy()
    domain.undefine()
    label = lambda text: document("labels", folder).replace("<devices>", text + "<devices>")
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "Unable to find security driver for model smack"):
        connection.createXML(label("<seclabel type='static' model='smack' relabel='no'><label>a</label></seclabel>"))
    domain = connection.createXML(label("<seclabel type='none' model='landlock'/>"))
    assert domain.securityLabel()[0].startswith("unconfined") and not domain.securityLabel()[1]
    domain.destroy()
    if ROOT:
        domain = connection.createXML(label("<seclabel type='static' model='dac' relabel='yes'><label>+61234:+61235</label></seclabel>"))
        assert status(domain)["Uid"].split() == ["61234"] * 4 and domain.securityLabelList()[1][0] == "+61234:+61235"
        domain.destroy()
        os.chmod(f"{folder}/disk", 0o600)
        with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, f"{folder}/disk", "ermission denied"):
            connection.createXML(label("<seclabel type='static' model='dac' relabel='no'><label>+61234:+61235</label></seclabel>"))


CHECKS = [closed, locked, chains, ports, settings, labels]
