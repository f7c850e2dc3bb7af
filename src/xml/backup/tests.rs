//! Documents of backups, and what they become with a domain.

use super::*;
use crate::xml::domain::Domain;
use crate::xml::tests::check_samples;

fn refused(text: &str) -> Fault {
    Backup::parse(text).expect_err(text)
}

const PULL: &str = "<domainbackup mode='pull'>
  <server transport='tcp' tls='yes' name='192.0.2.7' port='10809'/>
  <disks>
    <disk name='vda' backup='yes' type='file' exportname='a' exportbitmap='changes'>
      <driver type='qcow2'/>
      <scratch file='/srv/scratch/a'/>
    </disk>
  </disks>
</domainbackup>
";

#[test]
fn samples_come_back_as_libvirt_writes_them() {
    check_samples("backup", |text| Backup::parse(text).unwrap_or_else(|fault| panic!("{fault}")).0);
}

#[test]
fn servers_listen_at_sockets_too() {
    for server in ["transport='unix' tls='no' socket='/run/backup'", "transport='fd' fdgroup='nbd'"] {
        let text = format!("<domainbackup mode='pull'>\n  <server {server}/>\n</domainbackup>\n");
        assert_eq!(Backup::parse(&text).expect("valid").0.format(false), text);
    }
}

#[test]
fn what_is_being_made_has_a_state() {
    let running = PULL
        .replace(" type='file'", " state='running' type='file'")
        .replace(" exportbitmap='changes'", " exportbitmap='changes' index='7'")
        .replace(
            "</disks>\n",
            "</disks>\n  <privateData>\n    <objects>\n      <secret type='tlskey' alias='key'/>\n      \
             <TLSx509 alias='tls'/>\n    </objects>\n  </privateData>\n",
        );
    let (backup, _) = Backup::parse_running(&running).expect("valid");
    assert_eq!(backup.format(true), running);
    assert_eq!(backup.format(false).replace(" index='7'", ""), PULL);
    assert_eq!(refused(&running).code, VIR_ERR_XML_INVALID_SCHEMA);
}

#[test]
fn what_the_schema_does_not_allow() {
    let pull = |server: &str| format!("<domainbackup mode='pull'>{server}</domainbackup>");
    let disk = |disk: &str| format!("<domainbackup><disks>{disk}</disks></domainbackup>");
    let pulled = |disk: &str| pull(&format!("<server name='h'/><disks>{disk}</disks>"));
    let documents = [
        "<domainbackup mode='default'/>".to_owned(),
        "<domainbackup><server name='h'/></domainbackup>".to_owned(),
        pull(""),
        pull("<server/>"),
        pull("<server name='a host'/>"),
        pull("<server name='h' socket='/s'/>"),
        pull("<server name='h' port='x'/>"),
        pull("<server transport='rdma' name='h'/>"),
        pull("<server transport='unix' socket='s'/>"),
        pull("<server transport='fd' port='1' fdgroup='g'/>"),
        "<domainbackup><incremental>a</incremental><incremental>b</incremental></domainbackup>".to_owned(),
        disk("<disk name='vda'><driver type='raw'/><driver type='raw'/></disk>"),
        disk("<disk name='vda'><target file='/a'/><target file='/b'/></disk>"),
        disk(""),
        disk("<disk/>"),
        disk("<disk name='/images/a'/>"),
        disk("<disk name='vda' type='network'/>"),
        disk("<disk name='vda' backup='no'><target file='/a'/></disk>"),
        disk("<disk name='vda' backupmode='full' incremental='c'/>"),
        disk("<disk name='vda'><target file='a'/></disk>"),
        disk("<disk name='vda'><target file='/a' startupPolicy='optional'/></disk>"),
        disk("<disk name='vda'><target file='/a'><slices/></target></disk>"),
        disk("<disk name='vda'><scratch file='/a'/></disk>"),
        disk("<disk name='vda' exportname='a'/>"),
        disk("<disk name='vda'><driver type='fast'/></disk>"),
        disk(
            "<disk name='vda'><target file='/a'><encryption format='qcow'><secret type='passphrase' usage='u'/>\
             </encryption></target></disk>",
        ),
        pulled("<disk name='vda'><target file='/a'/></disk>"),
        pulled("<disk name='vda'><driver type='raw'/></disk>"),
        pulled("<disk name='vda' type='block'/>"),
    ];
    for text in documents {
        let fault = refused(&text);
        assert_eq!((fault.code, fault.origin), (VIR_ERR_XML_INVALID_SCHEMA, Some(VIR_FROM_XML)), "{text}");
    }
    let fault = refused(&pull("<server name='h' port='70000'/>"));
    assert_eq!((fault.code, fault.text.as_str()), (VIR_ERR_INVALID_ARG, "port '70000' out of range"));
}

/// The disks that become of `text` with a domain, or what is wrong with them.
fn aligned(text: &str) -> String {
    let domain = "<domain type='test'><name>d</name><devices>
        <disk type='file'><source file='/a.img'/><target dev='vda'/></disk>
        <disk type='block'><source dev='/dev/b'/><target dev='vdb'/></disk>
        <disk type='file' device='cdrom'><source file='/c'/><target dev='hda'/><readonly/></disk>
        <disk type='file' device='cdrom'><target dev='hdc'/></disk></devices></domain>";
    let (mut domain, _) = Domain::parse(domain, false).expect("valid");
    if text.contains("vda only") {
        domain.devices.disks.truncate(1);
    }
    let (mut backup, _) = Backup::parse(text).expect("valid");
    match backup.align(&domain, "5") {
        Err(fault) => fault.text,
        Ok(()) => backup
            .format(false)
            .lines()
            .map(str::trim)
            .filter(|line| line.contains("k name=") || line.contains("file="))
            .collect(),
    }
}

#[test]
fn each_disk_is_there_once() {
    assert_eq!(
        aligned("<domainbackup><disks><disk name='vda'/></disks></domainbackup>"),
        "<disk name='vda' backup='yes' type='file' backupmode='full'><target file='/a.img.5'/>\
         <disk name='vdb' backup='no'/><disk name='hda' backup='no'/><disk name='hdc' backup='no'/>"
    );
    let disks = |disks: &str| aligned(&format!("<domainbackup><disks>{disks}</disks></domainbackup>"));
    assert_eq!(disks("<disk name='vdz'/>"), "no disk named 'vdz'");
    assert_eq!(disks("<disk name='vda'/><disk name='vda'/>"), "disk 'vda' specified twice");
    assert_eq!(disks("<disk name='hdc'/>"), "disk 'hdc' has no media");
    assert_eq!(disks("<disk name='vda' type='block'/>"), "refusing to generate file name for disk 'vda'");
    assert_eq!(
        disks("<disk name='vda' backupmode='incremental'/>"),
        "'incremental' backup mode of disk 'vda' requires setting 'incremental' field for disk or backup"
    );
}

#[test]
fn images_get_names() {
    assert_eq!(
        aligned("<domainbackup><!-- vda only --></domainbackup>"),
        "<disk name='vda' backup='yes' type='file' backupmode='full'><target file='/a.img.5'/>"
    );
    assert_eq!(
        aligned(
            "<domainbackup mode='pull'><!-- vda only --><incremental>c</incremental><server name='h'/></domainbackup>"
        ),
        "<disk name='vda' backup='yes' type='file' backupmode='incremental' incremental='c'><scratch file='/a.img.5'/>"
    );
    assert_eq!(aligned("<domainbackup/>"), "refusing to generate file name for disk 'vdb'");
}
