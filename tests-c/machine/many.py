"""Many machines, one of which answers nothing: the others do not notice, it can be ended, and what waits for it is told."""
import os
import signal
import threading
import time

import libvirt

from common import document, pids

COUNT = int(os.environ.get("MANY", "8"))


def timed(what, work):
    begun = time.monotonic()
    result = work()
    print(f"   {(time.monotonic() - begun) * 1000:6.1f} ms for {what}")
    return result


def one_is_stuck(uri, folder, connection):
    """Lists, states and documents of all while one machine's QEMU is stopped; a call that waits for it ends with it."""
    text = document("many", folder)
    start = text.index("<disk "), text.index("</disk>") + len("</disk>")
    text = text[: start[0]] + text[start[1]:]
    domains = [connection.createXML(text.replace("<name>many", f"<name>many{number}"), libvirt.VIR_DOMAIN_START_PAUSED) for number in range(COUNT)]
    stuck, others = domains[0], domains[1:]
    os.kill(pids(stuck.UUIDString())["qemu"], signal.SIGSTOP)
    told = []

    def wait():
        try:
            stuck.resume()
        except libvirt.libvirtError as error:
            told.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert len(timed("the list", lambda: connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE))) == COUNT
    assert {state for state, _ in timed("the states of the others", lambda: [one.state() for one in others])} == {libvirt.VIR_DOMAIN_PAUSED}
    assert all("<name>many" in document for document in timed("the documents of the others", lambda: [one.XMLDesc() for one in others]))
    assert timed("its own state", stuck.state)[0] == libvirt.VIR_DOMAIN_PAUSED
    assert "<name>many0<" in timed("its own document", stuck.XMLDesc)
    for one in others[:2]:
        one.resume()
        assert one.state()[0] == libvirt.VIR_DOMAIN_RUNNING
    timed("its end", stuck.destroy)
    waiting.join()
    assert told and "many0" in str(told[0]) or told and told[0].get_error_code() == libvirt.VIR_ERR_OPERATION_INVALID, told
    for one in others:
        one.destroy()
    assert connection.listAllDomains() == []


CHECKS = [one_is_stuck]
