//! What each error code says, alone and with a detail; and what each origin is called.
//! Source: what libvirt 9.0.0 prints for each; programs and people match on these texts.

use std::borrow::Cow;

use crate::error::{Code, Origin};
use crate::types::*;

/// As much of `text` as an error quotes: a name of megabytes is not told whole.
pub fn excerpt(text: &str) -> Cow<'_, str> {
    excerpt_of(text, 1024)
}

/// As [`excerpt`], at most so many bytes.
pub fn excerpt_of(text: &str, most: usize) -> Cow<'_, str> {
    match text.len() <= most {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("{}…", &text[..text.floor_char_boundary(most)])),
    }
}

/// The sentence of a code without a detail. `None` for a number that is no error code.
pub(super) fn alone(code: Code) -> Option<&'static str> {
    ALONE.binary_search_by_key(&code, |(known, _)| *known).ok().map(|at| ALONE[at].1)
}

/// The sentence of a code with `%s` where the detail goes.
pub(super) fn template(code: Code) -> Option<String> {
    let own = OWN_TEMPLATES.iter().find(|(known, _)| *known == code);
    own.map(|(_, template)| (*template).to_owned()).or_else(|| alone(code).map(|sentence| format!("{sentence}: %s")))
}

/// What an origin is called, as `virDefaultErrorFunc` prints it; empty for `VIR_FROM_NONE`.
pub fn origin_name(origin: Origin) -> &'static str {
    usize::try_from(origin).ok().and_then(|at| ORIGINS.get(at)).copied().unwrap_or_default()
}

/// In the order of the numbers.
const ALONE: &[(Code, &str)] = &[
    (VIR_ERR_INTERNAL_ERROR, "internal error"),
    (VIR_ERR_NO_MEMORY, "out of memory"),
    (VIR_ERR_NO_SUPPORT, "this function is not supported by the connection driver"),
    (VIR_ERR_UNKNOWN_HOST, "unknown host"),
    (VIR_ERR_NO_CONNECT, "no connection driver available"),
    (VIR_ERR_INVALID_CONN, "invalid connection pointer in"),
    (VIR_ERR_INVALID_DOMAIN, "invalid domain pointer in"),
    (VIR_ERR_INVALID_ARG, "invalid argument"),
    (VIR_ERR_OPERATION_FAILED, "operation failed"),
    (VIR_ERR_GET_FAILED, "GET operation failed"),
    (VIR_ERR_POST_FAILED, "POST operation failed"),
    (VIR_ERR_HTTP_ERROR, "got unknown HTTP error code"),
    (VIR_ERR_SEXPR_SERIAL, "failed to serialize S-Expr"),
    (VIR_ERR_NO_XEN, "could not use Xen hypervisor entry"),
    (VIR_ERR_XEN_CALL, "failed Xen syscall"),
    (VIR_ERR_OS_TYPE, "unknown OS type"),
    (VIR_ERR_NO_KERNEL, "missing kernel information"),
    (VIR_ERR_NO_ROOT, "missing root device information"),
    (VIR_ERR_NO_SOURCE, "missing source information for device"),
    (VIR_ERR_NO_TARGET, "missing target information for device"),
    (VIR_ERR_NO_NAME, "missing name information"),
    (VIR_ERR_NO_OS, "missing operating system information"),
    (VIR_ERR_NO_DEVICE, "missing devices information"),
    (VIR_ERR_NO_XENSTORE, "could not connect to Xen Store"),
    (VIR_ERR_DRIVER_FULL, "too many drivers registered"),
    (VIR_ERR_CALL_FAILED, "library call failed"),
    (VIR_ERR_XML_ERROR, "XML description is invalid or not well formed"),
    (VIR_ERR_DOM_EXIST, "this domain exists already"),
    (VIR_ERR_OPERATION_DENIED, "operation forbidden for read only access"),
    (VIR_ERR_OPEN_FAILED, "failed to open configuration file"),
    (VIR_ERR_READ_FAILED, "failed to read configuration file"),
    (VIR_ERR_PARSE_FAILED, "failed to parse configuration file"),
    (VIR_ERR_CONF_SYNTAX, "configuration file syntax error"),
    (VIR_ERR_WRITE_FAILED, "failed to write configuration file"),
    (VIR_ERR_XML_DETAIL, "parser error"),
    (VIR_ERR_INVALID_NETWORK, "invalid network pointer in"),
    (VIR_ERR_NETWORK_EXIST, "this network exists already"),
    (VIR_ERR_SYSTEM_ERROR, "system call error"),
    (VIR_ERR_RPC, "RPC error"),
    (VIR_ERR_GNUTLS_ERROR, "GNUTLS call error"),
    (VIR_WAR_NO_NETWORK, "Failed to find the network"),
    (VIR_ERR_NO_DOMAIN, "Domain not found"),
    (VIR_ERR_NO_NETWORK, "Network not found"),
    (VIR_ERR_INVALID_MAC, "invalid MAC address"),
    (VIR_ERR_AUTH_FAILED, "authentication failed"),
    (VIR_ERR_INVALID_STORAGE_POOL, "invalid storage pool pointer in"),
    (VIR_ERR_INVALID_STORAGE_VOL, "invalid storage volume pointer in"),
    (VIR_WAR_NO_STORAGE, "Failed to find a storage driver"),
    (VIR_ERR_NO_STORAGE_POOL, "Storage pool not found"),
    (VIR_ERR_NO_STORAGE_VOL, "Storage volume not found"),
    (VIR_WAR_NO_NODE, "Failed to find a node driver"),
    (VIR_ERR_INVALID_NODE_DEVICE, "invalid node device pointer"),
    (VIR_ERR_NO_NODE_DEVICE, "Node device not found"),
    (VIR_ERR_NO_SECURITY_MODEL, "Security model not found"),
    (VIR_ERR_OPERATION_INVALID, "Requested operation is not valid"),
    (VIR_WAR_NO_INTERFACE, "Failed to find the interface"),
    (VIR_ERR_NO_INTERFACE, "Interface not found"),
    (VIR_ERR_INVALID_INTERFACE, "invalid interface pointer in"),
    (VIR_ERR_MULTIPLE_INTERFACES, "multiple matching interfaces found"),
    (VIR_WAR_NO_NWFILTER, "Failed to start the nwfilter driver"),
    (VIR_ERR_INVALID_NWFILTER, "Invalid network filter"),
    (VIR_ERR_NO_NWFILTER, "Network filter not found"),
    (VIR_ERR_BUILD_FIREWALL, "Error while building firewall"),
    (VIR_WAR_NO_SECRET, "Failed to find a secret storage driver"),
    (VIR_ERR_INVALID_SECRET, "Invalid secret"),
    (VIR_ERR_NO_SECRET, "Secret not found"),
    (VIR_ERR_CONFIG_UNSUPPORTED, "unsupported configuration"),
    (VIR_ERR_OPERATION_TIMEOUT, "Timed out during operation"),
    (VIR_ERR_MIGRATE_PERSIST_FAILED, "Failed to make domain persistent after migration"),
    (VIR_ERR_HOOK_SCRIPT_FAILED, "Hook script execution failed"),
    (VIR_ERR_INVALID_DOMAIN_SNAPSHOT, "Invalid domain snapshot"),
    (VIR_ERR_NO_DOMAIN_SNAPSHOT, "Domain snapshot not found"),
    (VIR_ERR_INVALID_STREAM, "invalid stream pointer"),
    (VIR_ERR_ARGUMENT_UNSUPPORTED, "argument unsupported"),
    (VIR_ERR_STORAGE_PROBE_FAILED, "Storage pool probe failed"),
    (VIR_ERR_STORAGE_POOL_BUILT, "Storage pool already built"),
    (VIR_ERR_SNAPSHOT_REVERT_RISKY, "revert requires force"),
    (VIR_ERR_OPERATION_ABORTED, "operation aborted"),
    (VIR_ERR_AUTH_CANCELLED, "authentication cancelled"),
    (VIR_ERR_NO_DOMAIN_METADATA, "metadata not found"),
    (VIR_ERR_MIGRATE_UNSAFE, "Unsafe migration"),
    (VIR_ERR_OVERFLOW, "numerical overflow"),
    (VIR_ERR_BLOCK_COPY_ACTIVE, "block copy still active"),
    (VIR_ERR_OPERATION_UNSUPPORTED, "Operation not supported"),
    (VIR_ERR_SSH, "SSH transport error"),
    (VIR_ERR_AGENT_UNRESPONSIVE, "Guest agent is not responding"),
    (VIR_ERR_RESOURCE_BUSY, "resource busy"),
    (VIR_ERR_ACCESS_DENIED, "access denied"),
    (VIR_ERR_DBUS_SERVICE, "error from service"),
    (VIR_ERR_STORAGE_VOL_EXIST, "this storage volume exists already"),
    (VIR_ERR_CPU_INCOMPATIBLE, "the CPU is incompatible with host CPU"),
    (VIR_ERR_XML_INVALID_SCHEMA, "XML document failed to validate against schema"),
    (VIR_ERR_MIGRATE_FINISH_OK, "migration successfully aborted"),
    (VIR_ERR_AUTH_UNAVAILABLE, "authentication unavailable"),
    (VIR_ERR_NO_SERVER, "Server not found"),
    (VIR_ERR_NO_CLIENT, "Client not found"),
    (VIR_ERR_AGENT_UNSYNCED, "guest agent replied with wrong id to guest-sync command"),
    (VIR_ERR_LIBSSH, "libssh transport error"),
    (VIR_ERR_DEVICE_MISSING, "device not found"),
    (VIR_ERR_INVALID_NWFILTER_BINDING, "Invalid network filter binding"),
    (VIR_ERR_NO_NWFILTER_BINDING, "Network filter binding not found"),
    (VIR_ERR_INVALID_DOMAIN_CHECKPOINT, "Invalid domain checkpoint"),
    (VIR_ERR_NO_DOMAIN_CHECKPOINT, "Domain checkpoint not found"),
    (VIR_ERR_NO_DOMAIN_BACKUP, "Domain backup job id not found"),
    (VIR_ERR_INVALID_NETWORK_PORT, "Invalid network port pointer"),
    (VIR_ERR_NETWORK_PORT_EXIST, "this network port exists already"),
    (VIR_ERR_NO_NETWORK_PORT, "network port not found"),
    (VIR_ERR_NO_HOSTNAME, "no hostname found"),
    (VIR_ERR_CHECKPOINT_INCONSISTENT, "checkpoint inconsistent"),
    (VIR_ERR_MULTIPLE_DOMAINS, "multiple matching domains found"),
    (VIR_ERR_NO_NETWORK_METADATA, "metadata not found"),
    (VIR_ERR_AGENT_COMMAND_TIMEOUT, "guest agent replied too late"),
    (VIR_ERR_AGENT_COMMAND_FAILED, "guest agent command failed"),
    (VIR_ERR_INVALID_ENCR_KEY_SECRET, "invalid encryption key secret"),
];

/// Those that are not the sentence, a colon and the detail.
const OWN_TEMPLATES: &[(Code, &str)] = &[
    (VIR_ERR_UNKNOWN_HOST, "unknown host %s"),
    (VIR_ERR_NO_CONNECT, "no connection driver available for %s"),
    (VIR_ERR_INVALID_CONN, "invalid connection pointer in %s"),
    (VIR_ERR_INVALID_DOMAIN, "invalid domain pointer in %s"),
    (VIR_ERR_HTTP_ERROR, "got unknown HTTP error code %s"),
    (VIR_ERR_NO_XEN, "could not use Xen hypervisor entry %s"),
    (VIR_ERR_XEN_CALL, "failed Xen syscall %s"),
    (VIR_ERR_OS_TYPE, "unknown OS type %s"),
    (VIR_ERR_NO_ROOT, "missing root device information in %s"),
    (VIR_ERR_NO_SOURCE, "missing source information for device %s"),
    (VIR_ERR_NO_TARGET, "missing target information for device %s"),
    (VIR_ERR_NO_NAME, "missing name information in %s"),
    (VIR_ERR_NO_OS, "missing operating system information for %s"),
    (VIR_ERR_NO_DEVICE, "missing devices information for %s"),
    (VIR_ERR_NO_XENSTORE, "could not connect to Xen Store %s"),
    (VIR_ERR_DRIVER_FULL, "too many drivers registered in %s"),
    (VIR_ERR_XML_ERROR, "XML error: %s"),
    (VIR_ERR_DOM_EXIST, "domain %s exists already"),
    (VIR_ERR_OPERATION_DENIED, "operation forbidden: %s"),
    (VIR_ERR_OPEN_FAILED, "failed to open configuration file %s"),
    (VIR_ERR_READ_FAILED, "failed to read configuration file %s"),
    (VIR_ERR_PARSE_FAILED, "failed to parse configuration file %s"),
    (VIR_ERR_XML_DETAIL, "%s"),
    (VIR_ERR_INVALID_NETWORK, "invalid network pointer in %s"),
    (VIR_ERR_NETWORK_EXIST, "network %s exists already"),
    (VIR_ERR_SYSTEM_ERROR, "%s"),
    (VIR_ERR_RPC, "%s"),
    (VIR_ERR_GNUTLS_ERROR, "%s"),
    (VIR_ERR_INVALID_STORAGE_POOL, "invalid storage pool pointer in %s"),
    (VIR_ERR_INVALID_STORAGE_VOL, "invalid storage volume pointer in %s"),
    (VIR_ERR_INVALID_NODE_DEVICE, "invalid node device pointer in %s"),
    (VIR_ERR_INVALID_INTERFACE, "invalid interface pointer in %s"),
    (VIR_ERR_INVALID_STREAM, "invalid stream pointer in %s"),
    (VIR_ERR_STORAGE_VOL_EXIST, "storage volume %s exists already"),
    (VIR_ERR_NETWORK_PORT_EXIST, "network port %s exists already"),
];

/// Indexed by `virErrorDomain`.
const ORIGINS: &[&str] = &[
    "",                         // VIR_FROM_NONE
    "Xen Driver",               // VIR_FROM_XEN
    "Xen Daemon",               // VIR_FROM_XEND
    "Xen Store",                // VIR_FROM_XENSTORE
    "S-Expression",             // VIR_FROM_SEXPR
    "XML Util",                 // VIR_FROM_XML
    "Domain",                   // VIR_FROM_DOM
    "XML-RPC",                  // VIR_FROM_RPC
    "Proxy Daemon",             // VIR_FROM_PROXY
    "Config File",              // VIR_FROM_CONF
    "QEMU Driver",              // VIR_FROM_QEMU
    "Network",                  // VIR_FROM_NET
    "Test Driver",              // VIR_FROM_TEST
    "Remote Driver",            // VIR_FROM_REMOTE
    "OpenVZ Driver",            // VIR_FROM_OPENVZ
    "Xen XM Driver",            // VIR_FROM_XENXM
    "Linux Statistics",         // VIR_FROM_STATS_LINUX
    "LXC Driver",               // VIR_FROM_LXC
    "Storage Driver",           // VIR_FROM_STORAGE
    "Network Driver",           // VIR_FROM_NETWORK
    "Domain Config",            // VIR_FROM_DOMAIN
    "User Mode Linux Driver",   // VIR_FROM_UML
    "Node Device Driver",       // VIR_FROM_NODEDEV
    "Xen Inotify Driver",       // VIR_FROM_XEN_INOTIFY
    "Security Driver",          // VIR_FROM_SECURITY
    "VirtualBox Driver",        // VIR_FROM_VBOX
    "Network Interface Driver", // VIR_FROM_INTERFACE
    "Open Nebula Driver",       // VIR_FROM_ONE
    "ESX Driver",               // VIR_FROM_ESX
    "Power Hypervisor Driver",  // VIR_FROM_PHYP
    "Secrets Driver",           // VIR_FROM_SECRET
    "CPU Driver",               // VIR_FROM_CPU
    "XenAPI Driver",            // VIR_FROM_XENAPI
    "Network Filter Driver",    // VIR_FROM_NWFILTER
    "Lifecycle Hook",           // VIR_FROM_HOOK
    "Domain Snapshot",          // VIR_FROM_DOMAIN_SNAPSHOT
    "Audit Utils",              // VIR_FROM_AUDIT
    "Sysinfo Utils",            // VIR_FROM_SYSINFO
    "I/O Stream Utils",         // VIR_FROM_STREAMS
    "VMware Driver",            // VIR_FROM_VMWARE
    "Event Loop",               // VIR_FROM_EVENT
    "Xen Light Driver",         // VIR_FROM_LIBXL
    "Lock Driver",              // VIR_FROM_LOCKING
    "Hyper-V Driver",           // VIR_FROM_HYPERV
    "Capabilities Utils",       // VIR_FROM_CAPABILITIES
    "URI Utils",                // VIR_FROM_URI
    "Authentication Utils",     // VIR_FROM_AUTH
    "DBus Utils",               // VIR_FROM_DBUS
    "Parallels Cloud Server",   // VIR_FROM_PARALLELS
    "Device Config",            // VIR_FROM_DEVICE
    "SSH transport layer",      // VIR_FROM_SSH
    "Lock Space",               // VIR_FROM_LOCKSPACE
    "Init control",             // VIR_FROM_INITCTL
    "Identity",                 // VIR_FROM_IDENTITY
    "Cgroup",                   // VIR_FROM_CGROUP
    "Access Manager",           // VIR_FROM_ACCESS
    "Systemd",                  // VIR_FROM_SYSTEMD
    "Bhyve",                    // VIR_FROM_BHYVE
    "Crypto",                   // VIR_FROM_CRYPTO
    "Firewall",                 // VIR_FROM_FIREWALL
    "Polkit",                   // VIR_FROM_POLKIT
    "Thread jobs",              // VIR_FROM_THREAD
    "Admin Interface",          // VIR_FROM_ADMIN
    "Log Manager",              // VIR_FROM_LOGGING
    "Xen XL Config",            // VIR_FROM_XENXL
    "Perf",                     // VIR_FROM_PERF
    "Libssh transport layer",   // VIR_FROM_LIBSSH
    "Resource control",         // VIR_FROM_RESCTRL
    "FirewallD",                // VIR_FROM_FIREWALLD
    "Domain Checkpoint",        // VIR_FROM_DOMAIN_CHECKPOINT
    "TPM",                      // VIR_FROM_TPM
    "BPF",                      // VIR_FROM_BPF
    "Cloud-Hypervisor Driver",  // VIR_FROM_CH
];
