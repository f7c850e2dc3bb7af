//! What the callbacks for each kind of domain event are given.

use std::ffi::{CString, c_char, c_int};
use std::ptr;

use super::{Callback, call};
use crate::abi::typed_param;
use crate::event_hub::{DomainEvent, GraphicsAddress};
use crate::object::c_text;
use crate::typed_param::TypedParams;
use crate::types::*;

/// Calls `this` with what happened.
pub(super) fn deliver(this: &Callback, conn: virConnectPtr, dom: virDomainPtr, event: &DomainEvent) {
    match event {
        DomainEvent::Lifecycle { event, detail } => {
            call!(this as virConnectDomainEventCallback, conn, dom, *event, *detail);
        }
        DomainEvent::Reboot | DomainEvent::ControlError => {
            call!(this as virConnectDomainEventGenericCallback, conn, dom);
        }
        DomainEvent::RtcChange { offset } => call!(this as virConnectDomainEventRTCChangeCallback, conn, dom, *offset),
        DomainEvent::Watchdog { action } => call!(this as virConnectDomainEventWatchdogCallback, conn, dom, *action),
        DomainEvent::IoError { path, alias, action } => {
            let (path, alias) = (c_text(path), c_text(alias));
            let (path, alias) = (path.as_ptr(), alias.as_ptr());
            call!(this as virConnectDomainEventIOErrorCallback, conn, dom, path, alias, *action);
        }
        DomainEvent::IoErrorReason { path, alias, action, reason } => {
            let (path, alias, reason) = (c_text(path), c_text(alias), c_text(reason));
            let (path, alias, reason) = (path.as_ptr(), alias.as_ptr(), reason.as_ptr());
            call!(this as virConnectDomainEventIOErrorReasonCallback, conn, dom, path, alias, *action, reason);
        }
        DomainEvent::Graphics { phase, local, remote, auth_scheme, identities } => {
            let texts: Vec<_> = identities.iter().map(|(kind, name)| (c_text(kind), c_text(name))).collect();
            let mut identities: Vec<_> = texts.iter().map(identity).collect();
            let subject = virDomainEventGraphicsSubject {
                nidentity: c_int::try_from(identities.len()).unwrap_or(c_int::MAX),
                identities: identities.as_mut_ptr(),
            };
            let ends = [Address::new(local), Address::new(remote)];
            let [local, remote] = ends.each_ref().map(Address::as_c);
            let scheme = c_text(auth_scheme);
            let scheme = scheme.as_ptr();
            call!(this as virConnectDomainEventGraphicsCallback, conn, dom, *phase, &local, &remote, scheme, &subject);
        }
        DomainEvent::BlockJob { disk, kind, status } | DomainEvent::BlockJob2 { disk, kind, status } => {
            let disk = c_text(disk);
            call!(this as virConnectDomainEventBlockJobCallback, conn, dom, disk.as_ptr(), *kind, *status);
        }
        DomainEvent::DiskChange { old_path, new_path, alias, reason } => {
            let (old, new, alias) = (Optional::new(old_path), Optional::new(new_path), c_text(alias));
            let (old, new, alias) = (old.as_ptr(), new.as_ptr(), alias.as_ptr());
            call!(this as virConnectDomainEventDiskChangeCallback, conn, dom, old, new, alias, *reason);
        }
        DomainEvent::TrayChange { alias, reason } => {
            let alias = c_text(alias);
            call!(this as virConnectDomainEventTrayChangeCallback, conn, dom, alias.as_ptr(), *reason);
        }
        DomainEvent::PmWakeup { reason }
        | DomainEvent::PmSuspend { reason }
        | DomainEvent::PmSuspendDisk { reason } => {
            call!(this as virConnectDomainEventPMSuspendCallback, conn, dom, *reason);
        }
        DomainEvent::BalloonChange { actual } => {
            call!(this as virConnectDomainEventBalloonChangeCallback, conn, dom, *actual);
        }
        DomainEvent::DeviceRemoved { alias }
        | DomainEvent::DeviceAdded { alias }
        | DomainEvent::DeviceRemovalFailed { alias } => {
            let alias = c_text(alias);
            call!(this as virConnectDomainEventDeviceRemovedCallback, conn, dom, alias.as_ptr());
        }
        DomainEvent::Tunable { params } => {
            let params = Params::new(params);
            call!(this as virConnectDomainEventTunableCallback, conn, dom, params.first, params.count);
        }
        DomainEvent::AgentLifecycle { state, reason } => {
            call!(this as virConnectDomainEventAgentLifecycleCallback, conn, dom, *state, *reason);
        }
        DomainEvent::MigrationIteration { iteration } => {
            call!(this as virConnectDomainEventMigrationIterationCallback, conn, dom, *iteration);
        }
        DomainEvent::JobCompleted { params } => {
            let params = Params::new(params);
            call!(this as virConnectDomainEventJobCompletedCallback, conn, dom, params.first, params.count);
        }
        DomainEvent::MetadataChange { kind, uri } => {
            let uri = Optional::new(uri);
            call!(this as virConnectDomainEventMetadataChangeCallback, conn, dom, *kind, uri.as_ptr());
        }
        DomainEvent::BlockThreshold { device, path, threshold, excess } => {
            let (device, path) = (c_text(device), Optional::new(path));
            let (device, path) = (device.as_ptr(), path.as_ptr());
            call!(this as virConnectDomainEventBlockThresholdCallback, conn, dom, device, path, *threshold, *excess);
        }
        DomainEvent::MemoryFailure { recipient, action, flags } => {
            call!(this as virConnectDomainEventMemoryFailureCallback, conn, dom, *recipient, *action, *flags);
        }
        DomainEvent::MemoryDeviceSizeChange { alias, size } => {
            let alias = c_text(alias);
            call!(this as virConnectDomainEventMemoryDeviceSizeChangeCallback, conn, dom, alias.as_ptr(), *size);
        }
        DomainEvent::NicMacChange { alias, old, new } => {
            let (alias, old, new) = (c_text(alias), c_text(old), c_text(new));
            let (alias, old, new) = (alias.as_ptr(), old.as_ptr(), new.as_ptr());
            call!(this as virConnectDomainEventNICMACChangeCallback, conn, dom, alias, old, new);
        }
        DomainEvent::VcpuRemoved { vcpu } => call!(this as virConnectDomainEventVcpuRemovedCallback, conn, dom, *vcpu),
        DomainEvent::ChannelLifecycle { channel, state, reason } => {
            let channel = c_text(channel);
            let channel = channel.as_ptr();
            call!(this as virConnectDomainEventChannelLifecycleCallback, conn, dom, channel, *state, *reason);
        }
    }
}

/// Text that may be NULL in C.
struct Optional(Option<CString>);

impl Optional {
    fn new(text: &Option<String>) -> Self {
        Self(text.as_deref().map(c_text))
    }

    fn as_ptr(&self) -> *const c_char {
        self.0.as_ref().map_or(ptr::null(), |text| text.as_ptr())
    }
}

/// The texts of a [`GraphicsAddress`] as C has them.
struct Address {
    family: c_int,
    node: CString,
    service: CString,
}

impl Address {
    fn new(address: &GraphicsAddress) -> Self {
        Self { family: address.family, node: c_text(&address.node), service: c_text(&address.service) }
    }

    /// Valid as long as `self`.
    fn as_c(&self) -> virDomainEventGraphicsAddress {
        let (node, service) = (self.node.as_ptr().cast_mut(), self.service.as_ptr().cast_mut());
        virDomainEventGraphicsAddress { family: self.family, node, service }
    }
}

fn identity((kind, name): &(CString, CString)) -> virDomainEventGraphicsSubjectIdentity {
    virDomainEventGraphicsSubjectIdentity { r#type: kind.as_ptr().cast_mut(), name: name.as_ptr().cast_mut() }
}

/// Typed parameters that C may look at until the callback returns.
struct Params {
    first: virTypedParameterPtr,
    count: c_int,
}

impl Params {
    fn new(params: &TypedParams) -> Self {
        let (first, count) = typed_param::array(params);
        Self { first, count }
    }
}

impl Drop for Params {
    fn drop(&mut self) {
        typed_param::free(self.first, self.count, true);
    }
}
