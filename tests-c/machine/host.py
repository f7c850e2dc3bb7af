"""What a host and its emulators can do, CPUs of machines that run."""
import json
import os
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as tree

import libvirt

from common import Failing, document


def cpu_of(text):
    return tree.fromstring(text).find("cpu")


def capabilities(uri, folder, connection):
    """Domain capabilities: what is chosen where nothing is said, and what nobody has."""
    text = connection.getDomainCapabilities()
    root = tree.fromstring(text)
    assert root.findtext("arch") == "x86_64" and root.findtext("machine").startswith("pc-i440fx-")
    kinds = {one.get("type") for one in tree.fromstring(connection.getCapabilities()).iter("domain")}
    assert root.findtext("domain") == ("kvm" if "kvm" in kinds else "qemu")
    emulated = connection.getDomainCapabilities(root.findtext("path"), "x86_64", "q35", "qemu")
    root = tree.fromstring(emulated)
    assert root.findtext("machine").startswith("pc-q35-") and root.findtext("domain") == "qemu"
    modes = {mode.get("name"): mode for mode in root.find("cpu")}
    assert modes["host-passthrough"].get("supported") == "no" and modes["maximum"].get("supported") == "yes"
    assert "qemu64" in [model.text for model in modes["custom"].iter("model")]
    # The next process does not ask again.
    assert libvirt.open(uri).getDomainCapabilities(None, None, "q35", "qemu") == emulated
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "unknown virttype: tcg"):
        connection.getDomainCapabilities(None, None, None, "tcg")
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "machine 'none' is not supported"):
        connection.getDomainCapabilities(None, None, "none")
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "does not support virt type 'xen'"):
        connection.getDomainCapabilities(None, None, None, "xen")
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "/bin/false"):
        connection.getDomainCapabilities("/bin/false")


def processors(uri, folder, connection):
    """CPUs: what the emulator gives compared with itself, and a base of several."""
    root = tree.fromstring(connection.getDomainCapabilities(None, "x86_64", None, "qemu"))
    [mode] = [mode for mode in root.find("cpu") if mode.get("name") == "host-model"]
    model = "".join(tree.tostring(one, "unicode") for one in mode)
    text = f"<cpu mode='custom' match='exact'>{model}</cpu>"
    compare = lambda text, flags=0: connection.compareHypervisorCPU(None, "x86_64", None, "qemu", text, flags)
    assert compare(text) == libvirt.VIR_CPU_COMPARE_IDENTICAL
    assert compare("<cpu><model>qemu64</model></cpu>") == libvirt.VIR_CPU_COMPARE_SUPERSET
    lacking = "<cpu><model>qemu64</model><feature name='avx512f'/></cpu>"
    assert compare(lacking) == libvirt.VIR_CPU_COMPARE_INCOMPATIBLE
    with Failing(libvirt.VIR_ERR_CPU_INCOMPATIBLE, "avx512f"):
        compare(lacking, libvirt.VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE)
    documents = [f"<cpu><model>{name}</model></cpu>" for name in ("Penryn", "Conroe")]
    assert ">Conroe<" in connection.baselineHypervisorCPU(None, "x86_64", None, "qemu", documents)
    with Failing(libvirt.VIR_ERR_OPERATION_UNSUPPORTED, "aarch64"):
        connection.baselineHypervisorCPU(None, "aarch64", None, None, documents)
    names = connection.getCPUModelNames("x86_64")
    assert len(names) == len(set(names)) and {"qemu64", "EPYC", "Skylake-Server"} <= set(names)


def refusals(uri, folder, connection):
    """Of the host itself."""
    assert connection.getMaxVcpus(None) == connection.getMaxVcpus("QEMU") == 16
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "unknown type 'xen'"):
        connection.getMaxVcpus("xen")
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "suspend target"):
        connection.suspendForDuration(7, 60)
    with Failing(libvirt.VIR_ERR_OPERATION_UNSUPPORTED, "system pages"):
        connection.allocPages({4: 1}, 0, 1)
    with Failing(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "shm_pages_shared"):
        connection.setMemoryParameters({"shm_pages_shared": 1})


def guests(uri, folder, connection):
    """CPUs of machines that run: what QEMU made of them, and what it may not make of them."""
    flag = libvirt.VIR_DOMAIN_XML_UPDATE_CPU
    domain = connection.defineXML(document("cpu", folder, "<cpu mode='host-model'/>"))
    assert cpu_of(domain.XMLDesc()).get("mode") == "host-model"
    updated = cpu_of(domain.XMLDesc(flag))
    assert updated.get("mode") == "custom" and updated.findtext("model")
    domain.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED)
    live = cpu_of(domain.XMLDesc())
    assert (live.get("mode"), live.get("check")) == ("custom", "full") and live.findtext("model") == updated.findtext("model")
    assert live.find("model").get("fallback") == "forbid"
    assert cpu_of(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)).get("mode") == "host-model"
    domain.destroy()
    # The document says all that the guest has: started again with it, nothing may differ.
    whole = tree.tostring(live, "unicode")
    domain = connection.createXML(document("whole", folder, whole))
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED]
    domain.destroy()
    for flags in 0, libvirt.VIR_DOMAIN_START_PAUSED:
        with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "guest CPU doesn't match specification", "hypervisor"):
            connection.createXML(document("differs", folder, "<cpu check='full'><model>Conroe</model></cpu>"), flags)
    assert not connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "CPU mode 'host-passthrough'"):
        connection.createXML(document("host", folder, "<cpu mode='host-passthrough'/>"))
    with Failing(libvirt.VIR_ERR_CPU_INCOMPATIBLE, "avx512f"):
        connection.createXML(document("lacks", folder, "<cpu check='partial'><model>qemu64</model><feature name='avx512f'/></cpu>"))
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "unknown CPU feature: bogus"):
        connection.createXML(document("bogus", folder, "<cpu><model>qemu64</model><feature name='bogus'/></cpu>"))


def kvm(uri, folder, connection):
    """KVM: used where it may be, else who may use it is told."""
    import libvirt_qemu

    text = document("kvm", folder).replace("type='qemu'", "type='kvm'", 1)
    if os.access("/dev/kvm", os.R_OK | os.W_OK):
        # The user that root's machines run as may not be let in on this host.
        pathlib.Path(folder, "etc").mkdir(exist_ok=True)
        pathlib.Path(folder, "etc", "qemu.conf").write_text('user = "root"\ngroup = "root"\n')
        domain = connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED)
        answer = libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"query-kvm"}', 0)
        assert json.loads(answer)["return"] == {"enabled": True, "present": True}, answer
        domain.destroy()
    else:
        with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, "domain 'kvm'", "/dev/kvm"):
            connection.createXML(text)


def unnamed(uri, folder, connection):
    """What is opened where nothing is named."""
    script = "import libvirt; print(libvirt.open(None).getURI())"
    environment = {name: value for name, value in os.environ.items() if name != "LIBVIRT_DEFAULT_URI"}
    environment.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_RUNTIME_DIR=folder, XDG_CACHE_HOME=folder)
    opened = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment)
    assert opened.stdout.strip() == ("qemu:///system" if os.getuid() == 0 else "qemu:///session"), opened.stdout


CHECKS = [capabilities, processors, guests, kvm, unnamed, refusals]
