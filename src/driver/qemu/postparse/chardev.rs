//! `<serial>` and its like: the kind of port that a board has.

use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::chardev::{Mode, SerialModel, SerialTarget, SerialType, Source};

pub(super) fn complete(domain: &mut Domain, board: Board) {
    for serial in &mut domain.devices.serials {
        complete_serial(&mut serial.target, board);
    }
    let devices = &mut domain.devices;
    let backends = devices.serials.iter_mut().map(|one| &mut one.backend);
    let backends = backends.chain(devices.parallels.iter_mut().map(|one| &mut one.backend));
    let backends = backends.chain(devices.consoles.iter_mut().map(|one| &mut one.backend));
    let backends = backends.chain(devices.channels.iter_mut().map(|one| &mut one.backend));
    for backend in backends {
        if let Source::Unix(unix) = &mut backend.kind
            && unix.path.is_none()
        {
            unix.mode = Mode::Bind;
        }
    }
}

/// `isa-serial` once meant: whatever the machine has.
fn complete_serial(target: &mut SerialTarget, board: Board) {
    if matches!(target.kind, None | Some(SerialType::IsaSerial)) {
        target.kind = match board {
            board if board.is_x86() => Some(SerialType::IsaSerial),
            Board::Pseries => Some(SerialType::SpaprVioSerial),
            Board::ArmVirt | Board::RiscvVirt => Some(SerialType::SystemSerial),
            Board::S390 => Some(SerialType::SclpSerial),
            _ => None,
        };
    }
    if target.model.is_none() {
        target.model = target.kind.and_then(|kind| match kind {
            SerialType::IsaSerial => Some(SerialModel::IsaSerial),
            SerialType::UsbSerial => Some(SerialModel::UsbSerial),
            SerialType::PciSerial => Some(SerialModel::PciSerial),
            SerialType::SpaprVioSerial => Some(SerialModel::SpaprVty),
            SerialType::SystemSerial => match board {
                Board::ArmVirt => Some(SerialModel::Pl011),
                Board::RiscvVirt => Some(SerialModel::Uart16550a),
                _ => None,
            },
            SerialType::SclpSerial => Some(SerialModel::SclpConsole),
            SerialType::IsaDebug => Some(SerialModel::IsaDebugcon),
        });
    }
}
