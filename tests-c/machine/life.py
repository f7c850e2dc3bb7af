"""Start, pause, power off, without a definition, while it runs."""
import libvirt

from common import Failing, Listener, console, document, elsewhere, until


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
    # A machine that starts is resumed first, as in libvirt.
    steps = [(0, 0), (4, 0), (2, 0), (3, 0), (4, 0), (6, 1), (5, 0), (1, 0)]
    told = [listener.line() for _ in steps]
    assert told == [f"life {event} {detail}" for event, detail in steps], told
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


def monitor(uri, folder, connection):
    """QEMU's own monitor."""
    import libvirt_qemu

    domain = connection.createXML(document("monitor", folder))
    assert '"running":' in libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"query-status"}', 0)
    assert "running" in libvirt_qemu.qemuMonitorCommand(domain, "info status", libvirt_qemu.VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP)
    assert "CommandNotFound" in libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"no-such"}', 0)
    domain.destroy()


CHECKS = [life, transient, paused, monitor]
