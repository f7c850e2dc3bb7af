"""Machines that are saved and go on, core dumps, and the jobs that do it."""
import os
import pathlib
import signal
import struct
import subprocess
import sys
import threading

import libvirt

from common import PATIENCE, Failing, document, elsewhere, until

# In real mode: at each tick the last character that came, first a dot, goes to the first serial line.
REMEMBERS = bytes.fromhex("b32e" "bafd03eca8017406" "baf803ec88c3" "baf80388d8ee" "fbf4ebe8")


def remembering(connection, folder, name, more=""):
    """A machine that runs and has something to remember."""
    with open(f"{folder}/disk", "r+b") as disk:
        disk.write(REMEMBERS.ljust(510, b"\0") + b"\x55\xaa")
    domain = connection.defineXML(document(name, folder, more))
    domain.create()
    stream = connection.newStream(0)
    domain.openConsole(None, stream, 0)
    assert stream.recv(1) == b"."
    stream.send(b"Q")
    while stream.recv(1) != b"Q":
        pass
    stream.abort()
    return domain


def remembers(connection, domain):
    """Whether it has gone on, not begun again."""
    stream = connection.newStream(0)
    domain.openConsole(None, stream, 0)
    heard = stream.recv(1)
    stream.abort()
    return heard == b"Q"


def saved(uri, folder, connection):
    """To a file and back, running or paused, with another document."""
    domain = remembering(connection, folder, "saved")
    path = f"{folder}/image"
    with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, "no/such/folder"):
        domain.save(f"{folder}/no/such/folder/image")
    assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
    domain.save(path)
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SAVED]
    magic, version, room, runs, packed, cookie = struct.unpack("16s5I", pathlib.Path(path).read_bytes()[:36])
    assert (magic, version, runs, packed, cookie) == (b"LibvirtQemudSave", 2, 1, 0, 0) and room > 65536
    assert "<name>saved</name>" in connection.saveImageGetXMLDesc(path, 0)
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "not running"):
        domain.save(path)
    connection.restore(path)
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_RESTORED]
    assert remembers(connection, domain)
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "already active"):
        connection.restore(path)
    domain.saveFlags(path, None, libvirt.VIR_DOMAIN_SAVE_PAUSED | libvirt.VIR_DOMAIN_SAVE_BYPASS_CACHE)
    connection.restoreFlags(path, None, libvirt.VIR_DOMAIN_SAVE_BYPASS_CACHE)
    assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED
    domain.resume()
    assert remembers(connection, domain)
    domain.save(path)
    text = connection.saveImageGetXMLDesc(path, libvirt.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE)
    with Failing(libvirt.VIR_ERR_CONFIG_UNSUPPORTED):
        connection.saveImageDefineXML(path, text.replace("q35", "pc"), 0)
    connection.saveImageDefineXML(path, text.replace("</name>", "</name><title>other</title>"), libvirt.VIR_DOMAIN_SAVE_PAUSED)
    assert "<title>other</title>" in connection.saveImageGetXMLDesc(path, 0)
    connection.restoreFlags(path, None, libvirt.VIR_DOMAIN_SAVE_RUNNING)
    assert domain.isActive() and "<title>other</title>" in domain.XMLDesc() and remembers(connection, domain)
    domain.saveParams({libvirt.VIR_DOMAIN_SAVE_PARAM_FILE: path, "image_format": "gzip"}, 0)
    assert pathlib.Path(path).stat().st_size < 4 << 20
    connection.restoreParams({libvirt.VIR_DOMAIN_SAVE_PARAM_FILE: path}, 0)
    assert remembers(connection, domain)
    domain.destroy()
    whole = pathlib.Path(path).read_bytes()
    room = struct.unpack("I", whole[20:24])[0]
    for broken, words in ((b"x" * 200, "image magic is incorrect"), (b"LibvirtQemudPart" + whole[16:], "save image is incomplete"), (b"", "failed to read qemu header")):
        pathlib.Path(path).write_bytes(broken)
        with Failing(libvirt.VIR_ERR_OPERATION_FAILED, words):
            connection.restore(path)
    # What QEMU cannot read says so, and nothing runs.
    for packed, words in ((0, "migration stream"), (1, "'gzip' cannot unpack the image")):
        pathlib.Path(path).write_bytes(whole[:28] + bytes([packed]) + whole[29:92 + room] + b"nonsense" * 1000)
        with Failing(libvirt.VIR_ERR_OPERATION_FAILED, words):
            connection.restore(path)
        assert not domain.isActive()
    domain.undefine()


def managed(uri, folder, connection):
    """Goes on when it starts the next time."""
    domain = remembering(connection, folder, "managed")
    image = pathlib.Path(folder, "lib/qemu/save/managed.save")
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "domain does not have managed save image"):
        domain.managedSaveGetXMLDesc()
    domain.managedSave()
    assert domain.hasManagedSaveImage() and image.exists()
    assert "<name>managed</name>" in domain.managedSaveGetXMLDesc()
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "managed save image exists"):
        domain.undefine()
    domain.managedSaveDefineXML(domain.managedSaveGetXMLDesc(), libvirt.VIR_DOMAIN_SAVE_PAUSED)
    domain.create()
    assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED and not domain.hasManagedSaveImage()
    domain.resume()
    assert remembers(connection, domain)
    domain.managedSave()
    assert elsewhere(uri, "c.lookupByName('managed').create()") == "0"
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_RESTORED] and remembers(connection, domain)
    domain.managedSave()
    domain.createWithFlags(libvirt.VIR_DOMAIN_START_FORCE_BOOT)
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED] and not image.exists()
    domain.managedSave()
    bytes_of_image = image.read_bytes()
    # Never finished: it boots.
    image.write_bytes(b"LibvirtQemudPart" + bytes_of_image[16:])
    domain.create()
    assert domain.state()[1] == libvirt.VIR_DOMAIN_RUNNING_BOOTED and not image.exists()
    domain.destroy()
    image.write_bytes(bytes_of_image.replace(b"<name>managed<", b"<name>manager<"))
    with Failing(libvirt.VIR_ERR_OPERATION_FAILED, "cannot restore domain 'managed'", "belongs to domain 'manager'"):
        domain.create()
    domain.managedSaveRemove()
    assert not domain.hasManagedSaveImage()
    with Failing(libvirt.VIR_ERR_SYSTEM_ERROR, "Failed to remove managed save file"):
        domain.managedSaveRemove()
    domain.create()
    domain.managedSave()
    domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
    assert not image.exists()
    transient = connection.createXML(document("managed", folder))
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "cannot do managed save for transient domain"):
        transient.managedSave()
    transient.destroy()


class Slow:
    """A file to save to that takes what is written only when it is told to."""

    def __init__(self, folder):
        self.path = f"{folder}/slow"
        os.mkfifo(self.path)
        self.reader = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(self.reader, True)

    def take(self, size):
        while size > 0:
            size -= len(os.read(self.reader, size))

    def drain(self):
        while os.read(self.reader, 1 << 20):
            pass


def jobs(uri, folder, connection):
    """A save is seen from elsewhere, aborted, and undone when its program is killed."""
    domain = remembering(connection, folder, "jobs")
    assert domain.jobInfo()[0] == libvirt.VIR_DOMAIN_JOB_NONE and domain.jobStats()["type"] == libvirt.VIR_DOMAIN_JOB_NONE
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "no job is active on the domain"):
        domain.abortJob()
    slow = Slow(folder)
    script = f"import libvirt; libvirt.registerErrorHandler(lambda *a: None, None); libvirt.open({uri!r}).lookupByName('jobs').save({slow.path!r})"
    for how in ("abort", "kill"):
        saving = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True)
        slow.take(100_000)
        until(lambda: domain.jobStats()["type"] == libvirt.VIR_DOMAIN_JOB_UNBOUNDED, "a job")
        assert domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_SAVE]
        stats = domain.jobStats()
        assert stats["operation"] == libvirt.VIR_DOMAIN_JOB_OPERATION_SAVE and stats["memory_total"] >= 32 << 20, stats
        assert domain.jobInfo()[0] == libvirt.VIR_DOMAIN_JOB_UNBOUNDED
        if how == "abort":
            domain.abortJob()
            threading.Thread(target=slow.drain).start()
            assert "job 'domain save' canceled by client" in saving.communicate(timeout=PATIENCE)[1]
            assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_SAVE_CANCELED]
        else:
            saving.send_signal(signal.SIGKILL)
            saving.communicate()
            threading.Thread(target=slow.drain).start()
            until(lambda: domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_SAVE_CANCELED], "a machine that runs again")
        until(lambda: domain.jobInfo()[0] == libvirt.VIR_DOMAIN_JOB_NONE, "the end of a job")
        assert remembers(connection, domain)
    domain.destroy()
    domain.undefine()


def dumps(uri, folder, connection):
    """Core dumps, of the memory alone and whole; the machine goes on, is reset or ends."""
    domain = remembering(connection, folder, "dumps")
    path = pathlib.Path(folder, "core")
    for flags in (libvirt.VIR_DUMP_MEMORY_ONLY, libvirt.VIR_DUMP_MEMORY_ONLY | libvirt.VIR_DUMP_LIVE | libvirt.VIR_DUMP_BYPASS_CACHE):
        domain.coreDump(str(path), flags)
        assert path.read_bytes()[:4] == b"\x7fELF" and path.stat().st_size > 32 << 20
        assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
        path.unlink()
    stats = domain.jobStats(libvirt.VIR_DOMAIN_JOB_STATS_COMPLETED | libvirt.VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED)
    assert stats["type"] == libvirt.VIR_DOMAIN_JOB_COMPLETED and stats["memory_remaining"] == 0 and stats["memory_total"] >= 32 << 20, stats
    assert domain.jobStats(libvirt.VIR_DOMAIN_JOB_STATS_COMPLETED)["type"] == libvirt.VIR_DOMAIN_JOB_COMPLETED
    assert domain.jobStats(libvirt.VIR_DOMAIN_JOB_STATS_COMPLETED)["type"] == libvirt.VIR_DOMAIN_JOB_NONE
    domain.coreDumpWithFormat(str(path), libvirt.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, libvirt.VIR_DUMP_MEMORY_ONLY)
    assert path.read_bytes()[:12] == b"makedumpfile" and path.stat().st_size < 16 << 20
    with Failing(libvirt.VIR_ERR_OPERATION_UNSUPPORTED, "only supported with memory-only dump"):
        domain.coreDumpWithFormat(str(path), libvirt.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, 0)
    with Failing(libvirt.VIR_ERR_INVALID_ARG, "unsupported dumpformat 'kdump-lzo'"):
        domain.coreDumpWithFormat(str(path), libvirt.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO, libvirt.VIR_DUMP_MEMORY_ONLY)
    assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING and remembers(connection, domain)
    domain.coreDump(str(path), 0)
    assert path.read_bytes()[:4] == b"QEVM"
    assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_UNPAUSED] and remembers(connection, domain)
    domain.suspend()
    domain.coreDump(str(path), libvirt.VIR_DUMP_MEMORY_ONLY)
    assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED
    domain.resume()
    domain.coreDump(str(path), libvirt.VIR_DUMP_RESET | libvirt.VIR_DUMP_MEMORY_ONLY)
    assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING and not remembers(connection, domain)
    domain.coreDump(str(path), libvirt.VIR_DUMP_CRASH | libvirt.VIR_DUMP_MEMORY_ONLY)
    assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_CRASHED]
    with Failing(libvirt.VIR_ERR_OPERATION_INVALID, "not running"):
        domain.coreDump(str(path), 0)
    domain.undefine()


CHECKS = [saved, managed, jobs, dumps]
