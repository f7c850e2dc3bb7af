"""What machines that run tell of themselves: many at once, disks, memory."""
import os
import signal
import time

import libvirt

from common import Failing, console, document, pids

CHEAP = libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_CPU_TOTAL


def stats(uri, folder, connection):
    """Groups of statistics, of a machine that runs and of one that does not."""
    off = connection.defineXML(document("off", folder))
    on = connection.defineXML(document("on", folder, "<uuid>00000000-0000-4000-8000-000000000001</uuid>"))
    on.create()
    console(connection, on).abort()
    all = {domain.name(): params for domain, params in connection.getAllDomainStats(0, 0)}
    assert all["off"]["state.state"] == libvirt.VIR_DOMAIN_SHUTOFF and "cpu.time" not in all["off"], all["off"]
    assert all["off"]["vcpu.current"] == 1 and all["off"]["balloon.maximum"] == 32768 and all["off"]["block.0.name"] == "sda"
    told = all["on"]
    assert (told["state.state"], told["state.reason"]) == (libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED)
    assert told["cpu.time"] == told["cpu.user"] + told["cpu.system"] > 0
    assert told["balloon.current"] == 32768 and told["balloon.rss"] > 10000 and told["net.count"] == 0
    assert told["block.count"] == 1 and told["block.0.path"] == f"{folder}/disk" and told["block.0.capacity"] == 1 << 20
    assert told["block.0.rd.reqs"] > 0 and told["block.0.rd.bytes"] >= 512 and told["block.0.wr.bytes"] == 0
    assert told["dirtyrate.calc_status"] == libvirt.VIR_DOMAIN_DIRTYRATE_UNSTARTED
    [(domain, told)] = connection.domainListGetStats([on], CHEAP)
    assert domain.name() == "on" and set(told) == {"state.state", "state.reason", "cpu.time", "cpu.user", "cpu.system"}
    active = connection.getAllDomainStats(CHEAP, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE)
    assert [domain.name() for domain, _ in active] == ["on"]
    with Failing(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "are not supported"):
        connection.getAllDomainStats(1 << 25, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
    # One that does not answer holds up nothing that needs no answer, and the rest for a moment only.
    os.kill(pids(on.UUIDString())["qemu"], signal.SIGSTOP)
    begun = time.monotonic()
    assert len(connection.getAllDomainStats(CHEAP, 0)) == 2
    assert time.monotonic() - begun < 0.5
    told = {domain.name(): params for domain, params in connection.getAllDomainStats(0, 0)}["on"]
    assert told["block.count"] == 1 and "block.0.capacity" not in told and time.monotonic() - begun < 8
    on.destroy()


def disks(uri, folder, connection):
    """Counters, sizes and content of a disk, the memory of a guest."""
    domain = connection.createXML(document("disks", folder))
    console(connection, domain).abort()
    for name in ("sda", f"{folder}/disk"):
        requests, size, _, _, errors = domain.blockStats(name)
        assert requests > 0 and size >= 512 and errors == -1
    told = domain.blockStatsFlags("sda")
    assert told["rd_operations"] > 0 and told["flush_operations"] == 0 and told["rd_total_times"] > 0, told
    capacity, allocation, physical = domain.blockInfo("sda")
    assert capacity == physical == 1 << 20 and 0 < allocation <= 1 << 20, (capacity, allocation, physical)
    assert domain.blockPeek("sda", 510, 2) == b"\x55\xaa"
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "has only 0 bytes available"):
        domain.blockPeek("sda", 1 << 20, 1)
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "invalid path vdz not assigned to domain"):
        domain.blockInfo("vdz")
    memory = domain.memoryStats()
    assert memory["actual"] == 32768 and memory["rss"] > 10000, memory
    assert domain.maxMemory() == 32768
    domain.destroy()


CHECKS = [stats, disks]
