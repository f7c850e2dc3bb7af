"""Machines that start with their host: `virt-autostart` starts them, as a service would, once."""
import os
import pathlib
import subprocess

import libvirt

from common import PATIENCE, document

PROGRAM = pathlib.Path(os.environ["LD_LIBRARY_PATH"].split(":")[0]).parent / "libexec/virt-autostart"


def autostart(uri):
    ran = subprocess.run([PROGRAM, uri], capture_output=True, text=True, timeout=PATIENCE)
    return ran.returncode, ran.stderr


def marked(uri, folder, connection):
    """Those that are marked run afterwards, the others do not; what cannot start is told and keeps nobody back."""
    shared = lambda name: document(name, folder).replace("<target dev='sda'", "<shareable/><target dev='sda'")
    domains = {name: connection.defineXML(shared(name)) for name in ("always", "once", "both", "never")}
    broken = connection.defineXML(document("broken", folder).replace("/disk'", "/no-such-image'"))
    for name in ("always", "both"):
        domains[name].setAutostart(1)
    # Python's binding does not know virDomainSetAutostartOnce yet: this is what it does.
    links = pathlib.Path(folder, "etc/qemu/autostart")
    once = lambda name: links / f"{name}.xml.once"
    for name in ("once", "both"):
        once(name).symlink_to(f"../{name}.xml")
    assert autostart(uri) == (0, "")
    running = lambda: sorted(domain.name() for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE))
    assert running() == ["always", "both", "once"]
    assert sorted(link.name for link in links.iterdir()) == ["always.xml", "both.xml"]
    # Those that run are left alone, by a new start of the service too.
    ids = [domain.ID() for domain in domains.values()]
    assert autostart(uri) == (0, "") and ids == [domain.ID() for domain in domains.values()]
    for name in running():
        domains[name].destroy()
    once("broken").symlink_to("../broken.xml")
    code, text = autostart(uri)
    assert code == 1 and "domain 'broken'" in text and "no-such-image" in text, text
    assert running() == ["always", "both"] and not os.path.lexists(once("broken"))
    for name in running():
        domains[name].destroy()
    for domain in (*domains.values(), broken):
        domain.undefine()
    assert autostart(uri) == (0, "")


def arguments(uri, folder, connection):
    """What is no root of machines is refused; help is given."""
    for words, code in ((["qemu:///embed"], 1), (["a", "b"], 2), (["--help"], 0)):
        assert subprocess.run([PROGRAM, *words], capture_output=True, timeout=PATIENCE).returncode == code, words


CHECKS = [marked, arguments]
