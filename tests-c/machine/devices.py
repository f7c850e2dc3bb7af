"""Machines with many devices: QEMU takes them all, and what a start adds is there."""
import json
import os
import pathlib
import re
import xml.etree.ElementTree as tree

import libvirt
import libvirt_qemu

from common import Failing, document

MACHINE = """<domain type='qemu'><name>{name}</name>{head}<memory unit='MiB'>{size}</memory>{more}
  <os><type arch='{arch}' machine='{machine}'>hvm</type></os>{features}<devices>{devices}</devices></domain>"""


def machine(name, devices, arch="x86_64", type_="q35", head="", more="", features="", size=64):
    return MACHINE.format(name=name, head=head, arch=arch, machine=type_, more=more, features=features, devices=devices, size=size)


def start(connection, text):
    return connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED)


def ask(domain, command, **arguments):
    text = libvirt_qemu.qemuMonitorCommand(domain, json.dumps({"execute": command, "arguments": arguments}), 0)
    return json.loads(text)["return"]


def let_in(folder, *paths):
    """QEMU of root's machines runs as another user, who opens these by himself."""
    os.chmod(folder, 0o755)
    for path in paths:
        path.chmod(0o777 if path.is_dir() else 0o666)


def live(domain):
    return tree.fromstring(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE))


def pci(uri, folder, connection):
    """A PC with devices of many kinds; all of them are in QEMU by the names of its document."""
    backing = pathlib.Path(folder, "backing")
    backing.write_bytes(bytes(1 << 20))
    shared = pathlib.Path(folder, "shared")
    shared.mkdir()
    let_in(folder, shared)
    devices = f"""
      <disk><driver type='raw' cache='none' discard='unmap' copy_on_read='on'/><source file='{backing}'/><target dev='vda' bus='virtio'/></disk>
      <disk device='cdrom'><source file='{folder}/none' startupPolicy='optional'/><target dev='sda' bus='sata'/></disk>
      <disk><driver type='raw' iothread='1'/><source file='{folder}/disk'><slices><slice type='storage' offset='512' size='65536'/></slices>
        </source><target dev='vdb' bus='virtio'/><readonly/></disk>
      <controller type='scsi' model='virtio-scsi'/><controller type='usb' model='qemu-xhci'/><hub type='usb'/>
      <filesystem type='mount'><source dir='{shared}'/><target dir='t'/></filesystem>
      <interface type='user'><model type='virtio'/><link state='down'/></interface>
      <interface type='mcast'><source address='230.0.0.1' port='5599'/><model type='e1000'/></interface>
      <serial type='pty'/><parallel type='null'/><console type='pty'><target type='virtio'/></console>
      <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
      <input type='tablet' bus='usb'/><input type='keyboard' bus='virtio'/><sound model='ich9'/><audio id='1' type='none'/>
      <video><model type='virtio'/></video><watchdog model='i6300esb' action='poweroff'/>
      <memballoon model='virtio'><stats period='5'/></memballoon>
      <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng><panic model='isa'/>
      <shmem name='solovirt-{os.getpid()}'><model type='ivshmem-plain'/><size unit='M'>1</size></shmem>
      <crypto model='virtio' type='qemu'><backend model='builtin'/></crypto>
      <redirdev bus='usb' type='tcp'><source mode='bind' host='127.0.0.1' service='0'/></redirdev>"""
    head = "<genid>e9392370-2917-565e-692b-d057f46512d6</genid>"
    more = "<iothreads>2</iothreads><currentMemory unit='MiB'>32</currentMemory>"
    features = "<features><acpi/><vmcoreinfo state='on'/></features>"
    domain = start(connection, machine("pci", devices, head=head, more=more, features=features))
    try:
        named = {one["name"] for one in ask(domain, "qom-list", path="/machine/peripheral")}
        aliases = {one.get("name") for one in live(domain).find("devices").iter("alias")}
        soldered = ("sata", "ide", "pcie.0", "audio", "panic", "input", "serial", "console0")
        missing = {alias for alias in aliases - named if not alias.startswith(soldered)}
        assert not missing, missing
        assert live(domain).find("devices/disk/target[@dev='sda']/../source") is None
        nodes = {node["node-name"]: node for node in ask(domain, "query-named-block-nodes")}
        assert "libvirt-CoR-vda" in nodes, nodes.keys()
        assert any(node["image"]["virtual-size"] == 65536 for node in nodes.values())
        assert ask(domain, "qom-get", path="/machine/peripheral/balloon0", property="guest-stats-polling-interval") == 5
        socket = live(domain).find("devices/channel/source").get("path")
        assert pathlib.Path(socket).is_socket(), socket
        assert {thread["id"] for thread in ask(domain, "query-iothreads")} == {"iothread1", "iothread2"}
    finally:
        domain.destroy()
        pathlib.Path(f"/dev/shm/solovirt-{os.getpid()}").unlink(missing_ok=True)


def others(uri, folder, connection):
    """Boards of other architectures."""
    virtio = "<interface type='user'><model type='virtio'/></interface><rng model='virtio'><backend model='builtin'/></rng>"
    for arch, type_ in [("aarch64", "virt"), ("s390x", "s390-ccw-virtio"), ("ppc64", "pseries"), ("riscv64", "virt")]:
        domain = start(connection, machine(arch, virtio, arch, type_))
        assert "net0" in {one["name"] for one in ask(domain, "qom-list", path="/machine/peripheral")}, arch
        domain.destroy()


def memory(uri, folder, connection):
    """Guests' NUMA nodes with distances and speeds, modules, memory that is shared and memory in files."""
    cells = """<cpu><numa><cell id='0' cpus='0' memory='32' unit='MiB' memAccess='shared'>
        <distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances></cell>
        <cell id='1' cpus='1' memory='32' unit='MiB'/><interconnects>
        <latency initiator='0' target='0' type='access' value='5'/><bandwidth initiator='0' target='0' type='access' value='204800' unit='KiB'/>
        </interconnects></numa></cpu><maxMemory slots='4' unit='MiB'>512</maxMemory><vcpu>2</vcpu>"""
    numa = f"{cells}<numatune><memory mode='strict' nodeset='0'/></numatune><memoryBacking><source type='file'/></memoryBacking>"
    path = pathlib.Path(folder, "nvdimm")
    devices = f"""<memory model='dimm'><target><size unit='MiB'>64</size><node>0</node></target></memory>
      <memory model='nvdimm' access='shared'><source><path>{path}</path></source><target><size unit='MiB'>64</size><node>1</node>
      <label><size unit='KiB'>128</size></label></target></memory>"""
    path.write_bytes(b"")
    os.truncate(path, 64 << 20)
    let_in(folder, path)
    domain = start(connection, machine("memory", devices, more=numa, features="<features><acpi/></features>", size=192))
    backends = {one["id"]: one for one in ask(domain, "query-memdev")}
    assert backends["ram-node0"]["share"] and backends["ram-node0"]["policy"] == "bind", backends
    assert backends["memnvdimm0"]["size"] == 64 << 20 and backends["memdimm0"]["host-nodes"] == [0]
    domain.destroy()


def displays(uri, folder, connection):
    """Machines get ports that are free, and passwords that are in no command line."""
    vnc = "<graphics type='vnc' port='-1' autoport='yes' websocket='-1' passwd='secret-7'/>"
    domains = [start(connection, machine(f"display-{at}", vnc)) for at in range(2)]
    ports = [live(domain).find("devices/graphics").get("port") for domain in domains]
    assert len(set(ports)) == 2 and all(int(port) >= 5900 for port in ports), ports
    for domain in domains:
        told = ask(domain, "query-vnc")
        assert told["enabled"] and told["auth"] == "vnc", told
        commands = [path.read_bytes() for path in pathlib.Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
        assert not any(b"secret-7" in words for words in commands)
        domain.destroy()


def limits(uri, folder, connection):
    """Limits of disks, by their own or of a group."""
    tune = "<iotune><read_bytes_sec>1000000</read_bytes_sec><write_iops_sec>50</write_iops_sec></iotune>"
    disk = f"<disk><driver type='raw'/><source file='{folder}/DEV'/><target dev='DEV' bus='BUS'/>MORE</disk>"
    for dev in ("vda", "vdb", "sda", "sdb"):
        pathlib.Path(folder, dev).write_bytes(bytes(1 << 20))
    by_bus = "".join(disk.replace("DEV", dev).replace("BUS", bus).replace("MORE", tune)
                     for dev, bus in [("vda", "virtio"), ("sda", "scsi"), ("sdb", "sata")])
    filters = "<throttlefilters><throttlefilter group='slow'/></throttlefilters>"
    grouped = disk.replace("DEV", "vdb").replace("BUS", "virtio").replace("MORE", filters)
    group = "<throttlegroups><throttlegroup><group_name>slow</group_name><total_iops_sec>7</total_iops_sec></throttlegroup></throttlegroups>"
    domain = start(connection, machine("limits", by_bus + grouped, more=group))
    inserted = [one["inserted"] for one in ask(domain, "query-block") if "inserted" in one]
    limited = [one for one in inserted if one["bps_rd"] == 1000000 and one["iops_wr"] == 50]
    assert len(limited) == 3, inserted
    assert ask(domain, "qom-get", path="/objects/throttle-slow", property="limits")["iops-total"] == 7
    domain.destroy()


def pinned(uri, folder, connection):
    """Threads run where the document says, before the guest runs."""
    tune = """<vcpu cpuset='0-1'>2</vcpu><iothreads>1</iothreads><cputune><vcpupin vcpu='0' cpuset='1'/><vcpupin vcpu='1' cpuset='0'/>
      <emulatorpin cpuset='0'/><iothreadpin iothread='1' cpuset='1'/><vcpusched vcpus='0' scheduler='batch'/></cputune>"""
    domain = connection.createXML(document("pinned", folder, tune))
    allowed = lambda thread: re.search(r"Cpus_allowed_list:\s*(\S+)", pathlib.Path(f"/proc/{thread}/status").read_text())[1]
    threads = {one["cpu-index"]: one["thread-id"] for one in ask(domain, "query-cpus-fast")}
    assert {number: allowed(thread) for number, thread in threads.items()} == {0: "1", 1: "0"}
    assert allowed(ask(domain, "query-iothreads")[0]["thread-id"]) == "1"
    assert os.sched_getscheduler(threads[0]) == os.SCHED_BATCH
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED]
    domain.destroy()
    with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, "/domain/cputune: vcpupin", "4000"):
        connection.createXML(document("nowhere", folder, "<cputune><vcpupin vcpu='0' cpuset='4000'/></cputune>"))
    assert connection.listAllDomains() == []


def taps(uri, folder, connection):
    """A tap of our own, and one that is given."""
    card = "<interface type='ethernet'>{}<model type='virtio'/></interface>"
    given = card.format("<target dev='none-such' managed='no'/>")
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "interface[1]/target", "none-such", "ip tuntap add"):
        start(connection, machine("given", given))
    if os.geteuid() != 0:
        with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, "/domain/devices/interface[1]", "tap"):
            start(connection, machine("tap", card.format("")))
        return
    domain = start(connection, machine("tap", card.format("")))
    name = live(domain).find("devices/interface/target").get("dev")
    folder = pathlib.Path("/sys/class/net", name)
    assert (folder / "address").read_text().startswith("fe:") and int((folder / "flags").read_text(), 16) & 1
    domain.destroy()
    assert not folder.exists()


def refused(uri, folder, connection):
    """What is not carried out is told by its path, and nothing is started."""
    cases = [
        (machine("a", "", more="<cputune><shares>5</shares></cputune>"), "/domain/cputune/shares"),
        (machine("a", "<interface type='user'><bandwidth><inbound average='1'/></bandwidth></interface>"), "interface[1]/bandwidth"),
        (machine("a", f"<disk><driver discard_no_unref='on' type='qcow2'/><source file='{folder}/disk'/><target dev='vda'/></disk>"), "needs QEMU 8.1"),
        (machine("a", "<lease><lockspace>s</lockspace><key>k</key><target path='/p'/></lease>"), "/domain/devices/lease"),
    ]
    for text, words in cases:
        with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "domain 'a'", words):
            start(connection, text)
    assert connection.listAllDomains() == []


CHECKS = [pci, others, memory, displays, limits, pinned, taps, refused]
