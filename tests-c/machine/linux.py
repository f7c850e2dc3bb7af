"""A guest with a Linux of Debian's and the real guest agent, made once of packages that apt fetches. It is not installed anywhere."""
import gzip
import lzma
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "build/guest"
MODULES = ["virtio_ring", "virtio", "virtio_pci_legacy_dev", "virtio_pci_modern_dev", "virtio_pci", "virtio_console"]
INIT = """#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
hostname guest
for module in %s; do [ -f /modules/$module.ko ] && insmod /modules/$module.ko; done
while ! name=$(grep -l org.qemu.guest_agent.0 /sys/class/virtio-ports/*/name); do sleep 0.1; done
while :; do qemu-ga -m virtio-serial -p /dev/$(basename $(dirname $name)) -t /tmp -f /tmp/pid; sleep 1; done
"""
# As the agent calls it: -h -P +0, or -h -r +0.
SHUTDOWN = """#!/bin/sh
case $2 in -r) reboot -f;; *) poweroff -f;; esac
"""


def document(name, folder, more=""):
    return f"""<domain type='qemu'><name>{name}</name><memory unit='MiB'>192</memory>
      <os><type arch='x86_64' machine='q35'>hvm</type><kernel>{FOLDER}/kernel</kernel><initrd>{FOLDER}/initrd</initrd>
        <cmdline>console=ttyS0 quiet</cmdline></os><features><acpi/></features>{more}
      <devices>
        <serial type='file'><source path='{folder}/console'/></serial>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
      </devices></domain>"""


def _archive(tree):
    """A cpio archive (newc) of a folder."""
    def entry(name, mode, content):
        name = name.encode() + b"\0"
        header = "070701" + "".join(f"{number:08x}" for number in (0, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name), 0))
        whole = header.encode() + name
        whole += b"\0" * (-len(whole) % 4) + content
        return whole + b"\0" * (-len(whole) % 4)

    entries = []
    for path in sorted(tree.rglob("*")):
        content = os.readlink(path).encode() if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        entries.append(entry(str(path.relative_to(tree)), os.lstat(path).st_mode, content))
    return b"".join(entries) + entry("TRAILER!!!", 0, b"")


def _make(work):
    run = lambda *words: subprocess.run(words, cwd=work, check=True, capture_output=True, text=True).stdout
    kernel = re.search(r"linux-image-\S+", run("apt-cache", "depends", "linux-image-cloud-amd64").split("Depends:")[1]).group()
    run("apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", kernel, "busybox-static", "qemu-guest-agent")
    for package in work.glob("*.deb"):
        run("dpkg-deb", "-x", package.name, "parts")
    parts, tree = work / "parts", work / "tree"
    for folder in ("bin", "sbin", "proc", "sys", "dev", "tmp", "etc", "root", "modules", "var/run"):
        (tree / folder).mkdir(parents=True)
    shutil.copy(parts / "bin/busybox", tree / "bin/busybox")
    agent = parts / "usr/sbin/qemu-ga"
    shutil.copy(agent, tree / "bin/qemu-ga")
    for library in re.findall(r"(/\S+) \(0x", run("ldd", agent)):
        target = tree / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)
    for module in MODULES:
        for path in parts.rglob(f"{module}.ko*"):
            content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
            (tree / "modules" / f"{module}.ko").write_bytes(content)
    (tree / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
    (tree / "etc/os-release").write_text('ID=tiny\nNAME="Tiny"\nPRETTY_NAME="Tiny 1"\n')
    for name, text in (("init", INIT % " ".join(MODULES)), ("sbin/shutdown", SHUTDOWN), ("sbin/hwclock", "#!/bin/sh\n")):
        (tree / name).write_text(text)
        (tree / name).chmod(0o755)
    (work / "initrd").write_bytes(gzip.compress(_archive(tree), 6))
    shutil.copy(next(parts.glob("boot/vmlinuz-*")), work / "kernel")


def is_there():
    """Makes the guest where it is not there yet; whether there is one."""
    if not (FOLDER / "initrd").exists():
        if os.getuid() != 0 or not all(map(shutil.which, ("apt-get", "dpkg-deb"))):
            return False
        with tempfile.TemporaryDirectory() as work:
            try:
                _make(pathlib.Path(work))
            except subprocess.CalledProcessError as failure:
                print(f"   no guest with Linux: {failure} {failure.stderr}")
                return False
            FOLDER.mkdir(parents=True, exist_ok=True)
            for name in ("kernel", "initrd"):
                shutil.copy(f"{work}/{name}", FOLDER / name)
                (FOLDER / name).chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    return True
