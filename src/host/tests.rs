//! Hosts of invented files.

use super::cpu::{Times, Topology};
use super::memory::Memory;
use super::*;
use crate::test_folder::TestFolder;

/// Two nodes with a socket each of two cores with two threads; processor 7 is offline.
fn two_nodes(folder: &TestFolder) -> Host {
    let file = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    file("proc/cpuinfo", "processor\t: 0\ncpu MHz\t\t: 2400.5\n\nprocessor\t: 1\ncpu MHz\t\t: 2600.123\n");
    file("proc/stat", "cpu  10 1 20 300 4 5 6 0 0 0\ncpu0 1 0 2 30 0 0 0 0 0 0\nintr 12\n");
    file(
        "proc/meminfo",
        "MemTotal:  4096 kB\nMemFree:   1024 kB\nBuffers:   12 kB\nCached:   34 kB\nSwapCached: 1 kB\n",
    );
    file("sys/devices/system/cpu/present", "0-7\n");
    file("sys/devices/system/cpu/online", "0-6\n");
    for cpu in 0..8 {
        let (node, core, mate) = (cpu / 4, cpu % 4 / 2, cpu ^ 1);
        let topology = format!("sys/devices/system/cpu/cpu{cpu}/topology");
        file(&format!("{topology}/physical_package_id"), &node.to_string());
        file(&format!("{topology}/core_id"), &core.to_string());
        let siblings = if mate == 7 { cpu.to_string() } else { format!("{},{}", cpu.min(mate), cpu.max(mate)) };
        file(&format!("{topology}/thread_siblings_list"), &siblings);
    }
    for node in 0..2 {
        let folder = format!("sys/devices/system/node/node{node}");
        file(&format!("{folder}/cpulist"), if node == 0 { "0-3\n" } else { "4-7\n" });
        file(&format!("{folder}/meminfo"), &format!("Node {node} MemTotal: 2048 kB\nNode {node} MemFree: {node} kB\n"));
        file(&format!("{folder}/distance"), if node == 0 { "10 20\n" } else { "20 10\n" });
        file(&format!("{folder}/hugepages/hugepages-2048kB/nr_hugepages"), "0\n");
        file(&format!("{folder}/hugepages/hugepages-2048kB/free_hugepages"), "0\n");
    }
    file("sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "3\n");
    file("sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "1\n");
    file("sys/kernel/mm/ksm/run", "1\n");
    Host { root: folder.path().to_owned() }
}

#[test]
fn processors_that_are_not_regular_are_cores_of_one_socket() {
    let folder = TestFolder::new();
    let host = two_nodes(&folder);
    let flat = Topology { online: 7, mhz: 2600, nodes: 1, sockets: 1, cores: 7, threads: 1 };
    assert_eq!(host.topology().unwrap(), flat);
    fs::write(folder.path().join("sys/devices/system/cpu/online"), "0-7").unwrap();
    let regular = Topology { online: 8, mhz: 2600, nodes: 2, sockets: 1, cores: 2, threads: 2 };
    assert_eq!(host.topology().unwrap(), regular);
    assert_eq!((host.present_cpus().len(), host.online_cpus().len()), (8, 8));
}

#[test]
fn times_are_nanoseconds() {
    let folder = TestFolder::new();
    let host = two_nodes(&folder);
    let times = Times { user: 110_000_000, kernel: 310_000_000, idle: 3_000_000_000, iowait: 40_000_000 };
    assert_eq!(host.cpu_times(None).unwrap(), times);
    assert_eq!(host.cpu_times(Some(0)).unwrap().user, 10_000_000);
    assert_eq!(host.cpu_times(Some(9)).unwrap_err().code(), VIR_ERR_INVALID_ARG);
}

#[test]
fn memory_of_the_host_and_of_its_nodes() {
    let folder = TestFolder::new();
    let host = two_nodes(&folder);
    assert_eq!(host.memory(None).unwrap(), Memory { total: 4096, free: 1024, buffers: 12, cached: 34 });
    assert_eq!(host.memory(Some(1)).unwrap(), Memory { total: 2048, free: 1, ..Memory::default() });
    assert_eq!(host.memory(Some(2)).unwrap_err().code(), VIR_ERR_INVALID_ARG);
    assert_eq!(host.page_sizes()[1..], [2048]);
    assert_eq!(host.pages(None, 2048).unwrap(), (3, 1));
    assert_eq!(host.pages(None, 123).unwrap_err().code(), VIR_ERR_OPERATION_FAILED);
    host.reserve_pages(Some(0), 2048, 2, true).unwrap();
    assert_eq!(host.pages(Some(0), 2048).unwrap(), (2, 0));
    assert_eq!((host.merging("run"), host.merging("no_such")), (Some(1), None));
}

#[test]
fn nodes_have_memory_and_processors() {
    let folder = TestFolder::new();
    let cells = two_nodes(&folder).numa().unwrap().cells;
    assert_eq!(cells.len(), 2);
    let distances: Vec<_> = cells[1].distances.iter().map(|other| (other.id, other.value)).collect();
    assert_eq!((cells[1].id, cells[1].memory.unwrap().kib, distances), (1, 2048, vec![(0, 20), (1, 10)]));
    let cpus = &cells[1].cpus;
    assert_eq!(cpus.iter().map(|cpu| cpu.id).collect::<Vec<_>>(), [4, 5, 6, 7]);
    assert_eq!((cpus[2].socket, cpus[2].core, cpus[3].socket), (Some(1), Some(1), None));
    assert_eq!(cells[0].cpus[3].siblings.as_ref().unwrap().to_string(), "2-3");
}

#[test]
fn this_host_has_something() {
    let host = Host::default();
    let topology = host.topology().unwrap();
    assert!(topology.online > 0 && topology.nodes > 0);
    assert!(host.memory(None).unwrap().total > 0);
    assert!(host.cpu_times(None).unwrap().idle > 0);
}
