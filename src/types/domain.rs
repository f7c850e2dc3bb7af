//! What `<libvirt/libvirt-domain.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_longlong, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void};

use super::*;
/// Handle of a domain: opaque and counted by reference.
#[repr(C)]
pub struct _virDomain {
    _opaque: [u8; 0],
}
pub type virDomain = _virDomain;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockInfo {
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
    pub physical: c_ulonglong,
}
pub type virDomainBlockInfo = _virDomainBlockInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockJobInfo {
    pub r#type: c_int,
    pub bandwidth: c_ulong,
    pub cur: virDomainBlockJobCursor,
    pub end: virDomainBlockJobCursor,
}
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockStatsStruct {
    pub rd_req: c_longlong,
    pub rd_bytes: c_longlong,
    pub wr_req: c_longlong,
    pub wr_bytes: c_longlong,
    pub errs: c_longlong,
}
pub type virDomainBlockStatsStruct = _virDomainBlockStatsStruct;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainControlInfo {
    pub state: c_uint,
    pub details: c_uint,
    pub stateTime: c_ulonglong,
}
pub type virDomainControlInfo = _virDomainControlInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainDiskError {
    pub disk: *mut c_char,
    pub error: c_int,
}
pub type virDomainDiskError = _virDomainDiskError;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsAddress {
    pub family: c_int,
    pub node: *mut c_char,
    pub service: *mut c_char,
}
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubject {
    pub nidentity: c_int,
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    pub r#type: *mut c_char,
    pub name: *mut c_char,
}
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainFSInfo {
    pub mountpoint: *mut c_char,
    pub name: *mut c_char,
    pub fstype: *mut c_char,
    pub ndevAlias: usize,
    pub devAlias: *mut *mut c_char,
}
pub type virDomainFSInfo = _virDomainFSInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainIOThreadInfo {
    pub iothread_id: c_uint,
    pub cpumap: *mut c_uchar,
    pub cpumaplen: c_int,
}
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainIPAddress {
    pub r#type: c_int,
    pub addr: *mut c_char,
    pub prefix: c_uint,
}
pub type virDomainIPAddress = _virDomainIPAddress;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInfo {
    pub state: c_uchar,
    pub maxMem: c_ulong,
    pub memory: c_ulong,
    pub nrVirtCpu: c_ushort,
    pub cpuTime: c_ulonglong,
}
pub type virDomainInfo = _virDomainInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterface {
    pub name: *mut c_char,
    pub hwaddr: *mut c_char,
    pub naddrs: c_uint,
    pub addrs: virDomainIPAddressPtr,
}
pub type virDomainInterface = _virDomainInterface;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceStatsStruct {
    pub rx_bytes: c_longlong,
    pub rx_packets: c_longlong,
    pub rx_errs: c_longlong,
    pub rx_drop: c_longlong,
    pub tx_bytes: c_longlong,
    pub tx_packets: c_longlong,
    pub tx_errs: c_longlong,
    pub tx_drop: c_longlong,
}
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStatsStruct;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainJobInfo {
    pub r#type: c_int,
    pub timeElapsed: c_ulonglong,
    pub timeRemaining: c_ulonglong,
    pub dataTotal: c_ulonglong,
    pub dataProcessed: c_ulonglong,
    pub dataRemaining: c_ulonglong,
    pub memTotal: c_ulonglong,
    pub memProcessed: c_ulonglong,
    pub memRemaining: c_ulonglong,
    pub fileTotal: c_ulonglong,
    pub fileProcessed: c_ulonglong,
    pub fileRemaining: c_ulonglong,
}
pub type virDomainJobInfo = _virDomainJobInfo;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainMemoryStatStruct {
    pub tag: c_int,
    pub val: c_ulonglong,
}
pub type virDomainMemoryStatStruct = _virDomainMemoryStatStruct;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainStatsRecord {
    pub dom: virDomainPtr,
    pub params: virTypedParameterPtr,
    pub nparams: c_int,
}
pub type virDomainStatsRecord = _virDomainStatsRecord;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virVcpuInfo {
    pub number: c_uint,
    pub state: c_int,
    pub cpuTime: c_ulonglong,
    pub cpu: c_int,
}
pub type virVcpuInfo = _virVcpuInfo;

pub type virBlkioParameterPtr = *mut virBlkioParameter;
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;
pub type virDomainBlockJobCursor = c_ulonglong;
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;
pub type virDomainInfoPtr = *mut virDomainInfo;
pub type virDomainInterfacePtr = *mut virDomainInterface;
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;
pub type virDomainPtr = *mut virDomain;
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;
pub type virMemoryParameterPtr = *mut virMemoryParameter;
pub type virSchedParameterPtr = *mut virSchedParameter;
pub type virVcpuInfoPtr = *mut virVcpuInfo;

pub type virConnectDomainEventAgentLifecycleCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, state: c_int, reason: c_int, opaque: *mut c_void),
>;
pub type virConnectDomainEventBalloonChangeCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, actual: c_ulonglong, opaque: *mut c_void)>;
pub type virConnectDomainEventBlockJobCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        disk: *const c_char,
        r#type: c_int,
        status: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventBlockThresholdCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        dev: *const c_char,
        path: *const c_char,
        threshold: c_ulonglong,
        excess: c_ulonglong,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ) -> c_int,
>;
pub type virConnectDomainEventChannelLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        channelName: *const c_char,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventDeviceAddedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, devAlias: *const c_char, opaque: *mut c_void)>;
pub type virConnectDomainEventDeviceRemovalFailedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, devAlias: *const c_char, opaque: *mut c_void)>;
pub type virConnectDomainEventDeviceRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, devAlias: *const c_char, opaque: *mut c_void)>;
pub type virConnectDomainEventDiskChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        oldSrcPath: *const c_char,
        newSrcPath: *const c_char,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut c_void)>;
pub type virConnectDomainEventGraphicsCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        phase: c_int,
        local: *const virDomainEventGraphicsAddress,
        remote: *const virDomainEventGraphicsAddress,
        authScheme: *const c_char,
        subject: *const virDomainEventGraphicsSubject,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventIOErrorCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventIOErrorReasonCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        reason: *const c_char,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventJobCompletedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        size: c_ulonglong,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventMemoryFailureCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        recipient: c_int,
        action: c_int,
        flags: c_uint,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventMigrationIterationCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, iteration: c_int, opaque: *mut c_void)>;
pub type virConnectDomainEventNICMACChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        oldMAC: *const c_char,
        newMAC: *const c_char,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventPMSuspendCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;
pub type virConnectDomainEventPMSuspendDiskCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;
pub type virConnectDomainEventPMWakeupCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;
pub type virConnectDomainEventRTCChangeCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, utcoffset: c_longlong, opaque: *mut c_void)>;
pub type virConnectDomainEventTrayChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventTunableCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;
pub type virConnectDomainEventVcpuRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, vcpuid: c_uint, opaque: *mut c_void)>;
pub type virConnectDomainEventWatchdogCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, action: c_int, opaque: *mut c_void)>;
pub type virBlkioParameter = _virTypedParameter;
pub type virMemoryParameter = _virTypedParameter;
pub type virSchedParameter = _virTypedParameter;
