"""What is killed or stuck is told truly and harms nothing else."""
import os
import signal
import time

import libvirt

from common import document, pids, until


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


CHECKS = [killed, stuck]
