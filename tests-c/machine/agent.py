"""The guest agent, a real one in a real Linux."""
import json
import os
import signal
import subprocess
import sys
import threading
import time

import libvirt

import linux
from common import PATIENCE, Failing, document, elsewhere, pids, until


def without(uri, folder, connection):
    """Machines without an agent, or whose guest has none."""
    domain = connection.createXML(document("without", folder))
    with Failing(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured"):
        domain.getTime()
    with Failing(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured"):
        domain.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT)
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "unsupported flags"):
        domain.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_INITCTL)
    domain.destroy()
    text = document("without", folder).replace("</devices>", "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel></devices>")
    domain = connection.createXML(text)
    with Failing(libvirt.VIR_ERR_AGENT_UNRESPONSIVE, "QEMU guest agent is not connected"):
        domain.getTime()
    with Failing(libvirt.VIR_ERR_NO_HOSTNAME, "no hostname found for domain without"):
        domain.hostname(libvirt.VIR_DOMAIN_GET_HOSTNAME_LEASE)
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "less than the minimum '-2'"):
        domain.agentSetResponseTimeout(-3, 0)
    with Failing(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "specifying mountpoints is not supported"):
        domain.fsThaw(["/"])
    # The button is asked where there is no agent.
    domain.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT | libvirt.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN)
    domain.suspend()
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "not running"):
        domain.getTime()
    domain.destroy()


def agent(uri, folder, connection):
    """What it tells and does, several programs at once, one that does not answer, reboot and power off."""
    if not linux.is_there():
        return
    import libvirt_qemu

    domain = connection.defineXML(linux.document("agent", folder))
    domain.create()

    def answers():
        try:
            return domain.getTime()["seconds"] > 1 << 30
        except libvirt.libvirtError:
            return False

    until(answers, "an agent that answers")
    assert domain.hostname() == "guest"
    info = domain.guestInfo()
    assert info["os.id"] == "tiny" and info["hostname"] == "guest" and info["user.count"] == 0 and info["if.0.name"] == "lo", info
    assert domain.guestVcpus() == {"vcpus": "0", "online": "0", "offlinable": ""}
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "guest is missing vCPUs '3'"):
        domain.setGuestVcpus("0,3", True)
    assert "lo" in domain.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
    assert domain.fsInfo() == [] and domain.fsFreeze() == 0 and domain.fsThaw() == 0
    domain.fSTrim(None, 0)
    domain.setTime({"seconds": 2_000_000_000, "nseconds": 5})
    assert 2_000_000_000 <= domain.getTime()["seconds"] < 2_000_001_000
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "unable to execute QEMU agent command 'guest-ssh-get-authorized-keys'", "No such file"):
        domain.authorizedSSHKeysGet("root")
    domain.authorizedSSHKeysSet("root", ["ssh-rsa AAAA one", "ssh-rsa BBBB two"], 0)
    domain.authorizedSSHKeysSet("root", ["ssh-rsa AAAA one"], libvirt.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE)
    assert domain.authorizedSSHKeysGet("root") == ["ssh-rsa BBBB two"]
    assert libvirt_qemu.qemuAgentCommand(domain, '{"execute":"guest-ping"}', 5, 0) == '{"return":{}}'
    with Failing(libvirt.VIR_ERR_INTERNAL_ERROR, "unable to execute QEMU agent command 'no-such'", "no-such"):
        libvirt_qemu.qemuAgentCommand(domain, '{"execute":"no-such"}', 5, 0)

    # Several programs at once: each gets its own answers.
    script = f"import libvirt; d = libvirt.open({uri!r}).lookupByName('agent'); print({{d.hostname() for _ in range(5)}})"
    others = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [other.communicate(timeout=PATIENCE)[0].strip() for other in others] == ["{'guest'}"] * 3

    # One that does not answer is not waited for longer than is said; then it is in step again.
    domain.agentSetResponseTimeout(1, 0)
    slow = {"execute": "guest-exec", "arguments": {"path": "/bin/sh", "arg": ["-c", "kill -STOP $PPID; sleep 3; kill -CONT $PPID"]}}
    try:
        libvirt_qemu.qemuAgentCommand(domain, json.dumps(slow), 5, 0)
    except libvirt.libvirtError:
        pass
    time.sleep(0.5)
    begun = time.monotonic()
    with Failing(libvirt.VIR_ERR_AGENT_UNRESPONSIVE):
        domain.getTime()
    assert time.monotonic() - begun < 3
    until(answers, "an agent that answers again")
    domain.agentSetResponseTimeout(-2, 0)

    # The supervisor is killed: the next one connects again.
    os.kill(pids(domain.UUIDString())["supervisor"], signal.SIGKILL)
    assert domain.hostname() == "guest"
    domain.reboot(libvirt.VIR_DOMAIN_REBOOT_GUEST_AGENT)
    until(lambda: not answers(), "a guest that reboots")
    assert domain.isActive()
    until(answers, "an agent that answers after the reboot")
    domain.shutdown()
    until(lambda: not domain.isActive(), "power off")
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SHUTDOWN]
    domain.undefine()


CHECKS = [without, agent]
