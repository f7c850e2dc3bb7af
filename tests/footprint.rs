//! How much memory a definition takes that was read and completed: the struct, and all that it holds on the heap.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use virt::xml::domain::Domain;
use virt::xml::domain::postparse::PostParse;

/// What a small machine may take, in bytes.
const LIMIT: usize = 4096;

/// The system's allocator, and how many bytes each thread has of it.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
}

fn held() -> isize {
    HELD.with(Cell::get)
}

// SAFETY: everything is handed on to the system's allocator as it came; counting touches a number of this thread only,
// which needs neither memory nor a destructor.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.with(|held| held.set(held.get() + layout.size() as isize));
        // SAFETY: the caller's promises about `layout` are those that the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.with(|held| held.set(held.get() - layout.size() as isize));
        // SAFETY: `place` came from `alloc` above, which is the system's, with this `layout`.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Reads and completes it twice, so that what is made once in the life of a process does not count.
fn footprint(document: &str) -> usize {
    let complete = || {
        let (mut domain, _) = Domain::parse(document, true).expect("valid");
        domain.post_parse(&PostParse::default()).expect("complete");
        domain
    };
    drop(complete());
    let before = held();
    let domain = Box::new(complete());
    let taken = held() - before;
    drop(domain);
    assert_eq!(held(), before, "all is given back");
    usize::try_from(taken).expect("it takes memory")
}

fn small(document: &str) {
    let taken = footprint(document);
    println!("{taken} bytes, {} of them the struct", size_of::<Domain>());
    assert!(taken <= LIMIT, "{taken} bytes, not {LIMIT}");
}

#[test]
fn the_builtin_machine_of_the_test_driver() {
    small(include_str!("../src/driver/test/domain/builtin.xml"));
}

#[test]
fn an_ordinary_small_machine() {
    small(
        "<domain type='kvm'>
          <name>small</name>
          <uuid>0d4a2b26-6d31-4f2e-8a50-0a5e25a3c0aa</uuid>
          <memory unit='MiB'>2048</memory>
          <vcpu>2</vcpu>
          <os>
            <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
            <boot dev='hd'/>
          </os>
          <features><acpi/><apic/></features>
          <cpu mode='host-passthrough'/>
          <clock offset='utc'/>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='/var/lib/libvirt/images/small.qcow2'/>
              <target dev='vda' bus='virtio'/>
            </disk>
            <controller type='usb' model='qemu-xhci'/>
            <interface type='network'>
              <mac address='52:54:00:12:34:56'/>
              <source network='default'/>
              <model type='virtio'/>
            </interface>
            <serial type='pty'><target port='0'/></serial>
            <console type='pty'><target type='serial' port='0'/></console>
            <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>
            <video><model type='virtio' heads='1' primary='yes'/></video>
            <memballoon model='virtio'/>
          </devices>
        </domain>",
    );
}
