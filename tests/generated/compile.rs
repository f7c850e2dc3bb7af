//! The headers in a compiler's hands: alone, as C and as C++, and their prototypes along with libvirt's own headers.

use std::path::Path;
use std::process::Command;

use crate::layout::{HEADERS, UMBRELLA};
use crate::{header, scratch, source};

/// Has a compiler look at a file; what it complains about. Nothing where there is no such compiler.
fn complaints(compiler: &str, arguments: &[&str], file: &Path) -> String {
    let include = source::root().join("include");
    let command = Command::new(compiler).args(arguments).arg("-fsyntax-only").arg("-I").arg(include).arg(file).output();
    command.map(|result| String::from_utf8_lossy(&result.stderr).into_owned()).unwrap_or_default()
}

#[test]
fn each_header_compiles_alone_as_c_and_as_cxx() {
    for name in HEADERS.iter().map(|layout| layout.name).chain([UMBRELLA]) {
        let text = format!("#include <libvirt/{name}.h>\n#include <libvirt/{name}.h>\nint unused;\n");
        let warnings = ["-Wall", "-Wextra", "-Wstrict-prototypes", "-std=c99"];
        assert_eq!(complaints("gcc", &warnings, &scratch("alone.c", &text)), "");
        assert_eq!(complaints("g++", &["-Wall", "-Wextra", "-std=c++98"], &scratch("alone.cc", &text)), "");
    }
}

#[test]
fn macros_do_what_they_say() {
    let text = r#"
        #define VIR_ENUM_SENTINELS
        #include <string.h>
        #include <libvirt/libvirt.h>
        #include <libvirt/virterror.h>
        #if !LIBVIR_CHECK_VERSION(9, 0, 0) || LIBVIR_CHECK_VERSION(99, 0, 0)
        #error "LIBVIR_CHECK_VERSION"
        #endif
        _Static_assert(VIR_CPU_MAPLEN(8) == 1 && VIR_CPU_MAPLEN(9) == 2, "VIR_CPU_MAPLEN");
        _Static_assert(VIR_DOMAIN_LAST == VIR_DOMAIN_PMSUSPENDED + 1, "sentinels");
        _Static_assert(sizeof(struct _virSchedParameter) == sizeof(virTypedParameter), "older names");
        static void told(virConnectPtr c, virDomainPtr d, int event, void *opaque) { (void)c; (void)d; (void)event; (void)opaque; }
        int use(virNodeInfo *info, unsigned char *map, unsigned char *maps, virConnectPtr c) {
            VIR_USE_CPU(map, 9);
            VIR_UNUSE_CPU(map, 8);
            VIR_COPY_CPUMAP(maps, 2, 1, map);
            virConnectDomainEventRegisterAny(c, NULL, VIR_DOMAIN_EVENT_ID_WATCHDOG, VIR_DOMAIN_EVENT_CALLBACK(told), NULL, NULL);
            return VIR_CPU_USED(map, 9) + VIR_CPU_USABLE(maps, 2, 1, 9) + VIR_NODEINFO_MAXCPUS(*info);
        }
    "#;
    assert_eq!(
        complaints("gcc", &["-Wall", "-Wextra", "-Wno-cast-function-type", "-std=c11"], &scratch("macros.c", text)),
        ""
    );
}

/// Both declare the same functions, so a difference is a conflict. What is newer than the installed libvirt only has to be
/// a declaration.
#[test]
fn prototypes_agree_with_those_of_libvirt() {
    let theirs = Path::new("/usr/include/libvirt/libvirt-admin.h");
    if !theirs.exists() {
        return;
    }
    let mut text = String::new();
    for name in ["libvirt", "virterror", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
        text += &format!("#include \"/usr/include/libvirt/{name}.h\"\n");
    }
    text.extend(source::read().iter().map(header::prototypes));
    let file = scratch("prototypes.c", &text);
    let result = Command::new("gcc").args(["-fsyntax-only", "-Wall", "-Wextra"]).arg(&file).output().expect("gcc");
    assert_eq!(String::from_utf8_lossy(&result.stderr), "", "{}", file.display());
}
