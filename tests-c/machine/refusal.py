"""What libvirt's QEMU driver refuses is refused: its code and sentence, where it is said, what is taken instead."""
import libvirt

from common import Failing, document

UNSUPPORTED = libvirt.VIR_ERR_CONFIG_UNSUPPORTED


def refusal(uri, folder, connection):
    """Parts that need others, or that the emulator does not have."""
    text = document("refused", folder)
    cases = [
        ("<features><acpi/></features>", "<features><acpi/><htm state='on'/></features>", "The 'htm' feature is not supported", "/domain/features/htm"),
        ("<features>", "<maxMemory slots='1' unit='GiB'>1</maxMemory><features>", "At least one numa node has to be configured", "/domain/maxMemory"),
        ("<features>", "<vcpu>300</vcpu><features>", "Maximum CPUs greater than specified machine type limit", "/domain/vcpu"),
        ("dev='sda'", "dev='sda1'", "partitions can't appear in disk targets", "disk[target/@dev='sda1']", "'sda'"),
        ("type='raw'", "type='raw' io='native'", "needs either no disk cache or directsync", "driver/@io"),
        ("<serial type='pty'/>", "<serial type='pty'><target type='sclp-serial'/></serial>", "not compatible with guest architecture", "/serial/target"),
        ("<serial type='pty'/>", "<channel type='spicevmc'><target type='virtio' name='a'/></channel>", "not supported without spice graphics", "/channel/@type"),
        ("<serial type='pty'/>", "<interface type='ethernet'><ip address='10.0.0.1'/></interface>", "not supported by QEMU", "/interface/ip"),
        ("<serial type='pty'/>", "<iommu model='smmuv3'/>", "only supported with ARM Virt machines", "/iommu/@model"),
        ("<serial type='pty'/>", "<watchdog model='diag288'/>", "allowed for s390 and s390x only", "/watchdog/@model"),
        ("<serial type='pty'/>", "<video><model type='vbox'/></video>", "does not support video model 'vbox'", "expected one of vga"),
    ]
    for old, new, *words in cases:
        assert text.replace(old, new) != text, old
        with Failing(UNSUPPORTED, *words):
            connection.defineXML(text.replace(old, new))
    assert not connection.listAllDomains()


def vocabulary(uri, folder, connection):
    """A connection that reads as libvirt 9.0.0 does knows no younger words, and not what only this library does."""
    old = libvirt.open(uri + "&vocabulary=9.0.0")
    for new, words in [
        ("<watchdog model='itco'/>", "unknown watchdog model 'itco'"),
        ("<panic model='pvpanic'/>", "unknown panic model 'pvpanic'"),
    ]:
        text = document("younger", folder).replace("<serial type='pty'/>", new)
        with Failing(UNSUPPORTED, words):
            old.defineXML(text)
        connection.defineXML(text).undefine()
    text = document("endings", folder, "<on_poweroff>preserve</on_poweroff>")
    with Failing(UNSUPPORTED, "doesn't support the 'preserve' action"):
        old.defineXML(text)
    connection.defineXML(text)
    assert "preserve" in old.lookupByName("endings").XMLDesc()
    connection.lookupByName("endings").undefine()
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "vocabulary=9.0.0"):
        libvirt.open(uri + "&vocabulary=8")
    old.close()


CHECKS = [refusal, vocabulary]
