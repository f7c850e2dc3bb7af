"""What bad_input.py gives to functions: for each C type a value that is good and those that are not."""
import ctypes as C
import re

HANDLES = {  # type: the function that frees it
    "virConnectPtr": "virConnectClose", "virDomainPtr": "virDomainFree", "virNetworkPtr": "virNetworkFree",
    "virStoragePoolPtr": "virStoragePoolFree",
    "virStorageVolPtr": "virStorageVolFree", "virInterfacePtr": "virInterfaceFree", "virNodeDevicePtr": "virNodeDeviceFree",
    "virStreamPtr": "virStreamFree", "virDomainSnapshotPtr": "virDomainSnapshotFree",
    "virDomainCheckpointPtr": "virDomainCheckpointFree",
}
# Kinds of which the test driver has no objects: every handle is foreign.
ABSENT = {"virSecretPtr": "virSecretFree", "virNWFilterPtr": "virNWFilterFree",
          "virNWFilterBindingPtr": "virNWFilterBindingFree", "virNetworkPortPtr": "virNetworkPortFree"}
KINDS, MADE = {**HANDLES, **ABSENT}, set(HANDLES)
NUMBERS = {"int": C.c_int, "unsigned int": C.c_uint, "unsigned long": C.c_ulong, "long long": C.c_longlong, "double": C.c_double,
           "unsigned long long": C.c_ulonglong, "size_t": C.c_size_t}
ERROR_FUNCTION = C.CFUNCTYPE(None, C.c_void_p, C.c_void_p)
NOTHING = C.CFUNCTYPE(C.c_int)(lambda: 0)
ROOM = 1 << 16

DOCUMENTS = [  # the first whose pattern is in "function argument"
    ("Snapshot", "<domainsnapshot><name>s</name></domainsnapshot>"),
    ("Backup.* checkpointXML|Checkpoint", "<domaincheckpoint><name>c</name></domaincheckpoint>"),
    ("Backup", "<domainbackup mode='push'/>"),
    ("NetworkPort", "<networkport><owner><name>o</name><uuid>aaaaaaaa-bbbb-cccc-dddd-000000000001</uuid></owner>"
                    "<mac address='52:54:00:7b:35:93'/></networkport>"),
    ("NetworkUpdate", "<host mac='52:54:00:00:00:01' ip='192.168.122.9'/>"),
    ("Network", "<network><name>n</name><ip address='192.168.10.1' netmask='255.255.255.0'/></network>"),
    ("Interface", "<interface type='ethernet' name='eth7'><start mode='none'/></interface>"),
    ("StorageVol", "<volume><name>v2</name><capacity>1024</capacity></volume>"),
    ("StoragePoolSources", "<source><host name='h'/></source>"),
    ("StoragePool", "<pool type='dir'><name>p</name><target><path>/p</path></target></pool>"),
    ("NodeDevice", "<device><name>d</name><parent>scsi_host1</parent><capability type='scsi_host'>"
                   "<capability type='fc_host'/></capability></device>"),
    ("Secret", "<secret><usage type='ceph'><name>u</name></usage></secret>"),
    ("NWFilterBinding", "<filterbinding><portdev name='p'/></filterbinding>"),
    ("NWFilter", "<filter name='f'/>"),
    ("CPU", "<cpu mode='custom'><model>qemu64</model></cpu>"),
    ("SetMetadata", "<m xmlns='urn:m'>1</m>"),
    ("Device", "<disk type='file' device='disk'><source file='/x'/><target dev='vdz' bus='virtio'/></disk>"),
    ("", "<domain type='test'><name>d</name><memory>1024</memory><os><type>hvm</type></os></domain>"),
]
TEXTS = {"uuidstr": "6695eb01-f6a4-8304-79aa-97f2502e193f", "uri": "test:///default", "duri": "test:///default",
         "dconnuri": "test:///default", "macstr": "aa:bb:cc:dd:ee:ff", "cpumap": "0-1", "vcpumap": "0-1", "disk": "vda"}


def is_document(name):
    return re.search("(?i)xml", name) or name in ("srcSpec", "metadata", "nativeConfig")


def document(function, argument):
    return next(xml for pattern, xml in DOCUMENTS if re.search(pattern, "%s %s" % (function, argument)))


def texts():
    """Texts that are wrong almost everywhere."""
    return {"empty": b"", "not UTF-8": b"\xff\xfe\x80a", "1 MiB": b"a" * (1 << 20), "control characters": b"\x01\x1b\n\t\x7f",
            "markup": b"<&>'\"]]>", "directives": b"%s%n%99999d", "path": b"../" * 2000, "half a character": b"a\xc3",
            "nothing visible": b" \n", "number": b"-99999999999999999999"}


def documents(xml):
    """What may be wrong with a document."""
    root = re.match(r"<(\w+)", xml)[1]
    inner = re.sub(r"/>$", "></%s>" % root, xml)
    inside = lambda text: inner.replace("</%s>" % root, text + "</%s>" % root).encode()
    bomb = "".join('<!ENTITY e%d "%s">' % (n, "&e%d;" % (n - 1) * 10) for n in range(1, 10))
    found = {
        "truncated": xml[:len(xml) // 2].encode(), "truncated early": xml[:3].encode(), "without its end": xml[:-1].encode(),
        "deep": inside("<a>" * 10000 + "</a>" * 10000), "deep and open": b"<a>" * 10000,
        "deep from the top": b"<%s>" % root.encode() * 10000 + b"</%s>" % root.encode() * 10000,
        "wide": inside("<a/>" * 20000), "long attribute": inside("<a b='%s'/>" % ("c" * (1 << 20))),
        "many attributes": inside("<a %s/>" % " ".join("b%d=''" % n for n in range(5000))),
        "bomb": ('<!DOCTYPE x [<!ENTITY e0 "ha">%s]>' % bomb).encode() + inside("<title>&e9;</title>"),
        "loop": b'<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>' + inside("<title>&a;</title>"),
        "outside entity": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + inside("<title>&e;</title>"),
        "unknown entity": inside("<title>&none;</title>"), "NUL reference": inside("<title>a&#0;b</title>"),
        "control character": inside("<title>\x01</title>"), "two roots": (xml + xml).encode(), "another root": b"<x/>",
        "only a comment": b"<!-- a -->", "not UTF-8": inside("<title>@</title>").replace(b"@", b"\xff\xfe"),
        "prefix without a namespace": inside("<a:b c:d='e'/>"), "other encoding": b"<?xml version='1.0' encoding='UTF-16'?>" + xml.encode(),
        "root alone": b"<%s/>" % root.encode(), "texts twice": xml.replace("<name>", "<name>x</name><name>").encode(),
    }
    numbers = [m for m in re.finditer(r"(?<=>)[^<>]+(?=<)|(?<==')[^']*(?=')", xml)]
    wrong = {"empty": "", "below zero": "-1", "too large": "99999999999999999999", "largest": "18446744073709551615",
             "no number": "x", "escaped": "&lt;&amp;&#10;", "long": "z" * (1 << 16)}
    for at, match in enumerate(numbers):
        for label, text in wrong.items():
            found["value %d %s" % (at, label)] = (xml[:match.start()] + text + xml[match.end():]).encode()
    return found


def integers(kind):
    if kind == "double":
        return {"NaN": float("nan"), "most": float("inf"), "below zero": -1.0}
    bits = 8 * C.sizeof(NUMBERS[kind])
    if kind in ("int", "long long"):
        return {"0": 0, "-1": -1, "least": -(1 << bits - 1), "most": (1 << bits - 1) - 1}
    return {"0": 0, "half": 1 << bits - 1, "most": (1 << bits) - 1, "most signed": (1 << bits - 1) - 1}


PARAMETERS = ["unknown name", "name without end", "name not UTF-8", "unknown type", "no string", "string not UTF-8", "long string"]


# Lengths of memory that functions read or fill whatever there is: a huge one with too little memory is the caller's lie.
LIES = re.compile("virTypedParams.* (nparams|maxparams)|virNode(GetFree|Alloc)Pages (npages|cellCount)|maplen")


def labels(function, argument, kind):
    """What can be wrong with an argument."""
    if kind in KINDS:
        return ["NULL", "foreign", "misaligned", "zeroes", "freed", "read-only"]
    if kind in NUMBERS:
        if argument in ("flags", "flag"):
            return ["bit %d" % bit for bit in range(32)] + ["most"]
        lie = LIES.search("%s %s" % (function, argument))
        return [*(label for label in integers(kind) if not lie or not label.startswith(("most", "half"))), "most, nothing there"]
    if kind == "const char *":
        return ["NULL", *texts(), *(documents(document(function, argument)) if is_document(argument) else [])]
    if kind == "virTypedParameterPtr":
        return ["NULL", *PARAMETERS]
    if kind in ("int *", "unsigned int *"):
        return ["NULL", "0", "-1"] + ["most"] * (not LIES.search("%s %s" % (function, argument)))
    if kind in ("const char **", "virDomainPtr *"):
        return ["NULL", "NULL within", "wrong within"]
    return ["NULL"] if c_type(kind) is C.c_void_p else ["-1", "most"]


def cases(function, arguments):
    """Each call: the argument that is wrong and how; first one that is right."""
    yield None, "good"
    for at, (argument, kind) in enumerate(arguments):
        for label in labels(function, argument, kind):
            yield at, label


def c_type(kind):
    if kind == "void":
        return None
    if kind in NUMBERS:
        return NUMBERS[kind]
    return C.c_void_p if re.search(r"\*|Ptr$|Func$|Callback$", kind) else C.c_int


class Error(C.Structure):
    _fields_ = [("code", C.c_int), ("domain", C.c_int), ("message", C.c_char_p)]


class Parameter(C.Structure):
    class Value(C.Union):
        _fields_ = [("i", C.c_int), ("s", C.c_char_p), ("ul", C.c_ulonglong)]
    _fields_ = [("field", C.c_char * 80), ("type", C.c_int), ("value", Value)]


def load():
    library = C.CDLL("libvirt.so.0")
    library.virGetLastError.restype = C.POINTER(Error)
    library.virSetErrorFunc.argtypes = [C.c_void_p, ERROR_FUNCTION]
    return library


class World:
    """The objects of one call. Memory that functions may free is malloc's and stays."""

    def __init__(self, library, arguments):
        self.library, self.open, self.connections = library, [], {}
        self.kinds = [kind for _, kind in arguments]

    def ask(self, function, *arguments):
        call = self.library[function]
        call.restype = C.c_void_p
        wrap = lambda a: C.c_char_p(a.encode()) if isinstance(a, str) else C.c_uint(a) if isinstance(a, int) else a
        return C.c_void_p(call(*map(wrap, arguments)))

    def free(self, kind, value):
        self.ask(KINDS[kind], C.c_void_p(value))

    def close(self):
        for kind, value in reversed(self.open):
            self.free(kind, value.value)
        for connection in self.connections.values():
            self.free("virConnectPtr", connection.value)

    def connection(self, how="virConnectOpen"):
        if how not in self.connections:
            self.connections[how] = self.ask(how, "test:///default")
        return self.connections[how]

    def handle(self, kind, how="virConnectOpen"):
        """A live object; of kinds that the test driver has none of, NULL."""
        connection = self.connection(how)
        if kind == "virConnectPtr":
            return connection
        found = self.make(kind, connection, how)
        if found.value:
            self.open.append((kind, found))
        return found

    def make(self, kind, connection, how):
        # What only a writer can make is there for the reader too: both see the same host.
        writer = self.connection()
        inner = lambda kind, how=how: self.handle(kind, how)
        if kind == "virDomainPtr":
            return self.ask("virDomainLookupByName", connection, "test")
        if kind == "virNetworkPtr":
            return self.ask("virNetworkLookupByName", connection, "default")
        if kind == "virStoragePoolPtr":
            return self.ask("virStoragePoolLookupByName", connection, "default-pool")
        if kind == "virInterfacePtr":
            return self.ask("virInterfaceLookupByName", connection, "eth1")
        if kind == "virNodeDevicePtr":
            return self.ask("virNodeDeviceLookupByName", connection, "scsi_host1")
        if kind == "virStreamPtr":
            return self.ask("virStreamNew", connection, 0)
        lookup, owner, create, xml, key = {
            "virStorageVolPtr": ("virStorageVolLookupByName", "virStoragePoolPtr", "virStorageVolCreateXML",
                                 "<volume><name>v</name><capacity>1048576</capacity></volume>", "v"),
            "virDomainSnapshotPtr": ("virDomainSnapshotLookupByName", "virDomainPtr", "virDomainSnapshotCreateXML",
                                     "<domainsnapshot><name>s1</name></domainsnapshot>", "s1"),
            "virDomainCheckpointPtr": ("virDomainCheckpointLookupByName", "virDomainPtr", "virDomainCheckpointCreateXML",
                                       "<domaincheckpoint><name>c1</name></domaincheckpoint>", "c1"),
        }.get(kind, (None,) * 5)
        if not lookup:
            return C.c_void_p(None)
        made = self.ask(create, inner(owner, "virConnectOpen"), xml, 0)
        if how == "virConnectOpen":
            return made
        if made.value:
            self.open.append((kind, made))
        return self.ask(lookup, inner(owner), key, 0) if kind != "virStorageVolPtr" \
            else self.ask(lookup, inner(owner), key)

    def room(self, content=b""):
        memory = C.CDLL(None).calloc
        memory.restype, memory.argtypes = C.c_void_p, [C.c_size_t, C.c_size_t]
        place = memory(max(ROOM, len(content) + 1), 1)
        C.memmove(place, content, len(content))
        return place

    def parameter(self, label=None):
        place = self.room()
        first = Parameter.from_address(place)
        first.field, first.type = b"cpu_shares", 4
        string = {"string not UTF-8": b"\xff\xfe", "long string": b"a" * (1 << 20), "no string": None}
        if label == "name without end":
            C.memset(place, ord("n"), 80)
        elif label == "name not UTF-8":
            first.field = b"\xff\xfe"
        elif label == "unknown name":
            first.field = b"no such parameter"
        elif label == "unknown type":
            first.type = 99
        elif label in string:
            text = string[label]
            first.type, first.value.ul = 7, self.room(text) if text else 0
        return place

    def array(self, *elements):
        return self.room(b"".join((e or 0).to_bytes(8, "little") for e in elements))

    def good(self, function, argument, kind):
        if kind in KINDS:
            return self.handle(kind).value
        if kind in NUMBERS:
            return 0 if argument in ("flags", "flag") or "TypedParamsAdd" in function else 1
        if kind == "const char *":
            text = document(function, argument) if is_document(argument) else TEXTS.get(argument, "test")
            return self.room(text.encode())
        if kind == "virTypedParameterPtr":
            return self.parameter()
        if kind in ("int *", "unsigned int *"):
            return self.room(b"\0" if "TypedParamsAdd" in function else b"\x10")
        if kind == "const char **":
            return self.array(self.room((document(function, "") if "CPU" in argument else "test").encode()))
        if kind == "virDomainPtr *":
            return self.array(self.handle("virDomainPtr").value)
        if re.search("Func$|Callback$", kind):
            return C.cast(NOTHING, C.c_void_p).value
        return self.room() if c_type(kind) is C.c_void_p and argument != "opaque" else None if argument == "opaque" else 1

    def bad(self, function, argument, kind, label, call):
        if label == "NULL":
            return None
        if kind in KINDS:
            return self.bad_handle(kind, label)
        if kind in NUMBERS:
            if label.startswith("bit "):
                return 1 << int(label[4:])
            if label == "most, nothing there":
                call[:] = [None if c_type(k) is C.c_void_p and k not in KINDS else v for k, v in zip(self.kinds, call)]
                label = "most"
            return integers(kind)[label]
        if kind == "const char *":
            found = texts()
            return self.room(found[label] if label in found else documents(document(function, argument))[label])
        if kind == "virTypedParameterPtr":
            return self.parameter(label)
        if kind in ("int *", "unsigned int *"):
            return self.room({"0": 0, "-1": -1, "most": (1 << 31) - 1}[label].to_bytes(4, "little", signed=True))
        if label == "NULL within":
            return self.array(0, 0)
        if kind == "const char **":
            return self.array(self.room(b"\xff\xfe"))
        if kind == "virDomainPtr *":
            return self.array(self.handle("virNetworkPtr").value)
        return {"-1": -1, "most": (1 << 31) - 1}[label]

    def bad_handle(self, kind, label):
        if label == "foreign":
            return self.handle("virNetworkPtr" if kind != "virNetworkPtr" else "virDomainPtr").value
        if label == "misaligned":
            return (self.handle(kind).value or 8) + 1
        if label == "zeroes":
            return self.room()
        if label == "read-only":
            return self.handle(kind, "virConnectOpenReadOnly").value
        freed = self.handle(kind)
        if kind in MADE and freed.value:
            if kind == "virConnectPtr":
                self.connections.clear()
            else:
                self.open.pop()
            self.free(kind, freed.value)
        return freed.value
