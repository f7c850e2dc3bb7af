//! Argument names as C and Python programs know them: Python programs pass arguments by name.

/// Names that are not plainly the camel case of ours.
const IRREGULAR: &[(&str, &str)] = &[
    ("backup_xml", "backupXML"),
    ("callback_id", "callbackID"),
    ("checkpoint_xml", "checkpointXML"),
    ("dev_name", "dev_name"),
    ("event_id", "eventID"),
    ("iothread_id", "iothread_id"),
    ("kind", "type"),
    ("new_name", "new_name"),
    ("nr_stats", "nr_stats"),
    ("pid_value", "pid_value"),
    ("start_cpu", "start_cpu"),
    ("usage_id", "usageID"),
    ("value_size", "value_size"),
    ("xml_cpu", "xmlCPU"),
    ("xml_cpus", "xmlCPUs"),
];

/// The public name of an argument: `xml_desc` is `xmlDesc`. An underscore in front says that our code does not look at
/// it, which is no concern of C's.
pub fn argument(rust: &str) -> String {
    let rust = rust.trim_start_matches("r#").trim_start_matches('_');
    if let Some((_, public)) = IRREGULAR.iter().find(|(ours, _)| *ours == rust) {
        return (*public).to_owned();
    }
    let mut words = rust.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        name + &initial.to_uppercase() + rest
    })
}

/// Arguments that Python programs may leave out, besides `flags`, which they always may.
const OPTIONAL: &[(&str, &[&str])] = &[
    ("virConnectDomainEventRegister", &["freecb"]),
    ("virConnectDomainEventRegisterAny", &["freecb"]),
    ("virConnectDomainQemuMonitorEventRegister", &["freecb"]),
    ("virConnectNetworkEventRegisterAny", &["freecb"]),
    ("virConnectNodeDeviceEventRegisterAny", &["freecb"]),
    ("virConnectOpen", &["name"]),
    ("virConnectOpenAuth", &["name"]),
    ("virConnectOpenReadOnly", &["name"]),
    ("virConnectSecretEventRegisterAny", &["freecb"]),
    ("virConnectStoragePoolEventRegisterAny", &["freecb"]),
    ("virDomainBlockCommit", &["bandwidth"]),
    ("virDomainBlockPull", &["bandwidth"]),
    ("virDomainBlockRebase", &["bandwidth"]),
    ("virDomainMigrate", &["dname", "uri", "bandwidth"]),
    ("virDomainMigrate2", &["dxml", "dname", "uri", "bandwidth"]),
    ("virDomainMigrate3", &["params", "nparams"]),
    ("virDomainMigrateToURI", &["dname", "bandwidth"]),
    ("virDomainMigrateToURI2", &["dconnuri", "miguri", "dxml", "dname", "bandwidth"]),
    ("virDomainMigrateToURI3", &["dconnuri", "params", "nparams"]),
    ("virDomainRestoreFlags", &["dxml"]),
    ("virDomainSaveFlags", &["dxml"]),
    ("virNodeGetCPUMap", &["cpumap", "online"]),
];

/// Whether the argument, by its public name, is among them.
pub fn is_optional(function: &str, argument: &str) -> bool {
    OPTIONAL.iter().any(|(name, arguments)| *name == function && arguments.contains(&argument))
}

#[test]
fn arguments_are_named_as_programs_know_them() {
    assert_eq!(argument("_xml_desc"), "xmlDesc");
    assert_eq!(argument("r#type"), "type");
    assert_eq!(argument("_callback_id"), "callbackID");
    assert_eq!(argument("dom"), "dom");
}
