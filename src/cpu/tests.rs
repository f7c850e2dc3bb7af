//! Answers recorded from libvirt 9.0.0, and hosts made up of registers.

use super::*;
use crate::xml::domain::cpu::Feature;

const ERA: Era = Era::Libvirt9_0;

fn host(model: &str, vendor: Option<&str>, features: &str) -> String {
    let vendor = vendor.map(|name| format!("<vendor>{name}</vendor>")).unwrap_or_default();
    let features: String = features.split_whitespace().map(|name| format!("<feature name='{name}'/>")).collect();
    format!("<cpu><arch>x86_64</arch><model>{model}</model>{vendor}{features}</cpu>")
}

/// A Core 2 of 2006, a Skylake server and an EPYC, as leaves of CPUID.
fn core2() -> Registers {
    let mut registers = Registers::default();
    registers.set_leaf(0, 0, [0xa, 0x756e_6547, 0x6c65_746e, 0x4965_6e69]);
    registers.set_leaf(1, 0, [0x6f6, 0, 0x0000_e3bd, 0xbfeb_fbff]);
    registers.set_leaf(0x8000_0001, 0, [0, 0, 1, 0x2010_0800]);
    registers
}

fn skylake() -> Registers {
    let mut registers = Registers::default();
    registers.set_leaf(0, 0, [0x16, 0x756e_6547, 0x6c65_746e, 0x4965_6e69]);
    registers.set_leaf(1, 0, [0x50654, 0, 0x7ffe_fbff, 0xbfeb_fbff]);
    registers.set_leaf(6, 0, [4, 0, 0, 0]);
    registers.set_leaf(7, 0, [0, 0xd39f_ffbb, 0, 0x0c00_0000]);
    registers.set_leaf(0xd, 1, [0xf, 0, 0, 0]);
    registers.set_leaf(0x8000_0001, 0, [0, 0, 0x121, 0x2c10_0800]);
    registers.set_leaf(0x8000_0007, 0, [0, 0, 0, 0x100]);
    registers
}

fn epyc() -> Registers {
    let mut registers = Registers::default();
    registers.set_leaf(0, 0, [0xd, 0x6874_7541, 0x444d_4163, 0x6974_6e65]);
    registers.set_leaf(1, 0, [0x0080_0f12, 0, 0x7ed8_320b, 0x178b_fbff]);
    registers.set_leaf(6, 0, [4, 0, 0, 0]);
    registers.set_leaf(7, 0, [0, 0x209c_01a9, 0, 0]);
    registers.set_leaf(0xd, 1, [0xf, 0, 0, 0]);
    registers.set_leaf(0x8000_0001, 0, [0, 0, 0x35c2_33ff, 0x2fd3_fbff]);
    registers.set_leaf(0x8000_0008, 0, [0, 0x1007, 0, 0]);
    registers
}

#[test]
fn hosts_are_told_by_chip_and_features() {
    let named = |registers: &Registers| {
        let cpu = decode_registers(registers, None, ERA).expect("a model");
        let signature = cpu.signature.expect("a signature");
        (cpu.model.unwrap_or_default(), cpu.vendor.unwrap_or_default(), signature.family.0, signature.model)
    };
    assert_eq!(named(&core2()), ("Conroe".to_owned(), "Intel".to_owned(), 6, 15));
    assert_eq!(named(&skylake()), ("Skylake-Server-IBRS".to_owned(), "Intel".to_owned(), 6, 85));
    assert_eq!(named(&epyc()), ("EPYC-IBPB".to_owned(), "AMD".to_owned(), 23, 1));
    assert_eq!(
        decode_registers(&Registers::default(), None, ERA).map_err(|error| error.code()),
        Err(VIR_ERR_INTERNAL_ERROR)
    );
    let cpu = decode_registers(&epyc(), None, ERA).expect("a model");
    assert!(cpu.features.iter().any(|feature| feature.name == "topoext"));
    assert!(!cpu.features.iter().any(|feature| feature.name == "svm"));
}

#[test]
fn comparisons_name_what_differs() {
    let own = HostCpu { arch: Some("x86_64".to_owned()), ..decode_registers(&skylake(), None, ERA).expect("a model") };
    let own = AnyCpu::Host(Box::new(own));
    let against = |document: &str, flags| compare_document("x86_64", Some(&own), document, flags, ERA);
    let fail = VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE;
    assert_eq!(against(&host("Penryn", None, ""), 0), Ok(VIR_CPU_COMPARE_SUPERSET));
    assert_eq!(against(&host("EPYC", None, ""), 0), Ok(VIR_CPU_COMPARE_INCOMPATIBLE));
    let text = |document: &str| against(document, fail).map_err(|error| (error.code(), error.to_string()));
    let sentence = "the CPU is incompatible with host CPU: ";
    assert_eq!(
        text("<cpu><model>Penryn</model><feature policy='require' name='sse4a'/><feature name='xop'/></cpu>"),
        Err((VIR_ERR_CPU_INCOMPATIBLE, format!("{sentence}Host CPU does not provide required features: sse4a, xop")))
    );
    assert_eq!(
        text("<cpu><model>Penryn</model><feature policy='forbid' name='avx'/></cpu>"),
        Err((VIR_ERR_CPU_INCOMPATIBLE, format!("{sentence}Host CPU provides forbidden features: avx")))
    );
    assert_eq!(
        text(&host("Penryn", Some("AMD"), "")),
        Err((VIR_ERR_CPU_INCOMPATIBLE, format!("{sentence}host CPU vendor does not match required CPU vendor AMD")))
    );
    assert_eq!(
        text("<cpu><arch>ppc64</arch><model>POWER8</model></cpu>"),
        Err((VIR_ERR_CPU_INCOMPATIBLE, format!("{sentence}CPU arch ppc64 does not match host arch")))
    );
    let code = |document: &str, flags| against(document, flags).map_err(|error| error.code());
    let strict = VIR_CONNECT_COMPARE_CPU_VALIDATE_XML;
    assert_eq!(code("<cpu><model>486</model><feature name='sse4.1'/></cpu>", strict), Err(VIR_ERR_XML_INVALID_SCHEMA));
    assert_eq!(
        code("<cpu><model>486</model><feature policy='force' name='sse4.1'/></cpu>", strict),
        Ok(VIR_CPU_COMPARE_SUPERSET)
    );
    assert_eq!(code(&host("486", None, "sse4.1"), strict), Err(VIR_ERR_XML_INVALID_SCHEMA));
    assert_eq!(code("<cpu match='exact'><arch>x86_64</arch><model>486</model></cpu>", 0), Err(VIR_ERR_XML_ERROR));
    assert_eq!(code("<cpu><model>NoSuch</model></cpu>", 0), Err(VIR_ERR_INTERNAL_ERROR));
    assert_eq!(code("<cpu><vendor>AMD</vendor></cpu>", 0), Err(VIR_ERR_XML_ERROR));
    assert_eq!(code("<domain/>", 0), Err(VIR_ERR_XML_ERROR));
    assert_eq!(code(&host("486", None, ""), 4), Err(VIR_ERR_INVALID_ARG));
}

#[test]
fn baselines_are_those_of_the_original() {
    let of = |documents: &[String], migratable, expand| {
        let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
        let options = Options { migratable, unspoken: &["osxsave"], ..Options::default() };
        baseline_of_hosts(&documents, expand, &options).map_err(|error| error.to_string())
    };
    let conroe = [
        host("Westmere-IBRS", Some("Intel"), "ssb-no fsgsbase"),
        host("Conroe", None, "acpi avx ht rdrand avx512-fp16"),
        host("Cascadelake-Server-noTSX", None, "rdctl-no misalignsse avx512er la57 svm-lock"),
    ];
    let text = "<cpu mode='custom' match='exact'>\n  <model fallback='allow'>Conroe</model>\n</cpu>\n";
    assert_eq!(of(&conroe, false, false).as_deref(), Ok(text));
    let text = "<cpu mode='custom' match='exact'>\n  <model fallback='forbid'>pentium2</model>\n</cpu>\n";
    assert_eq!(of(&[host("pentium2", None, "xsaves")], true, false).as_deref(), Ok(text));
    let text = "<cpu mode='custom' match='exact'>\n  <model fallback='allow'>coreduo</model>\n</cpu>\n";
    let coreduo = [host("Skylake-Server-IBRS", Some("Intel"), "osxsave monitor"), host("coreduo", None, "pse stibp")];
    assert_eq!(of(&coreduo, false, false).as_deref(), Ok(text));
    let of_two =
        |one: &str, other: &str| of(&[host("pentium", Some(one), ""), host("pentium", Some(other), "")], false, false);
    assert_eq!(of_two("AMD", "IBM"), Err("operation failed: CPU vendors do not match".to_owned()));
    assert_eq!(of_two("IBM", "AMD"), Err("operation failed: Unknown CPU vendor IBM".to_owned()));
    assert!(of(&[host("486", None, "")], false, true).is_ok_and(|text| text.matches("<feature").count() == 3));
}

#[test]
fn a_hypervisor_limits_what_is_answered() {
    let cpus = [AnyCpu::parse(&host("Skylake-Server", None, ""), Read::default()).expect("a CPU")];
    let usable = |names: &[&str]| -> Vec<UsableModel> {
        names.iter().map(|name| UsableModel { name: (*name).to_owned(), ..UsableModel::default() }).collect()
    };
    let models = usable(&["Nehalem", "Westmere", "EPYC"]);
    let features = ["fpu", "sse2", "aes", "sse4.2"].map(str::to_owned);
    let options = Options { usable: Some(&models), ..Options::default() };
    let cpu = baseline("x86_64", &cpus, &options).expect("a baseline");
    assert_eq!(model_of(&cpu), Some("Westmere"));
    let less = Options { features: Some(&features), ..options };
    let cpu = baseline("x86_64", &cpus, &less).expect("a baseline");
    assert!(cpu.features.iter().any(|feature| feature.policy == Policy::Disable && feature.name == "lm"));
    let none = Options { usable: Some(&[]), ..Options::default() };
    assert_eq!(baseline("x86_64", &cpus, &none).map_err(|error| error.code()), Err(VIR_ERR_INTERNAL_ERROR));

    let mut other = guest("Skylake-Server", Fallback::Allow, None, Vec::new());
    translate("x86_64", &mut other, Some(&models), ERA).expect("another model");
    assert_eq!(model_of(&other), Some("Westmere"));
    let mut fixed = guest("Skylake-Server", Fallback::Forbid, None, Vec::new());
    assert_eq!(
        translate("x86_64", &mut fixed, Some(&models), ERA).map_err(|error| error.code()),
        Err(VIR_ERR_CONFIG_UNSUPPORTED)
    );
}

#[test]
fn guests_become_what_the_host_gives() {
    let host =
        guest("EPYC", Fallback::Forbid, Some("AMD"), vec![(Policy::Require, "topoext"), (Policy::Disable, "svm")]);
    let mut like_host = Cpu { mode: Some(Mode::HostModel), ..Cpu::default() };
    set_feature(&mut like_host.features, "svm", Policy::Require);
    update("x86_64", &mut like_host, Some(&host), ERA).expect("an update");
    let told = |cpu: &Cpu| -> Vec<(Policy, String)> {
        cpu.features.iter().map(|feature| (feature.policy, feature.name.clone())).collect()
    };
    let own = |policy, name: &str| (policy, name.to_owned());
    let expected = [own(Policy::Require, "topoext"), own(Policy::Require, "svm"), own(Policy::Disable, "monitor")];
    assert_eq!((told(&like_host), model_of(&like_host)), (expected.to_vec(), Some("EPYC")));
    assert_eq!((like_host.mode, like_host.vendor.as_deref()), (Some(Mode::Custom), Some("AMD")));

    let mut optional =
        guest("Penryn", Fallback::Allow, None, vec![(Policy::Optional, "avx"), (Policy::Optional, "xop")]);
    update("x86_64", &mut optional, Some(&host), ERA).expect("an update");
    assert_eq!(told(&optional), [own(Policy::Require, "avx"), own(Policy::Disable, "xop")]);
    let mut passed = Cpu { mode: Some(Mode::HostPassthrough), ..Cpu::default() };
    update("x86_64", &mut passed, None, ERA).expect("nothing to do");
    assert_eq!(passed, Cpu { mode: Some(Mode::HostPassthrough), ..Cpu::default() });

    let mut full = guest("486", Fallback::Allow, None, Vec::new());
    full.check = Check::Full;
    let differs =
        update_live("x86_64", &mut full, &["fpu", "vme", "avx"], &["pse"], ERA).map_err(|error| error.to_string());
    let text = "operation failed: guest CPU doesn't match specification: extra features: avx, missing features: pse";
    assert_eq!(differs, Err(text.to_owned()));
    full.check = Check::Partial;
    update_live("x86_64", &mut full, &["fpu", "vme", "avx"], &["pse"], ERA).expect("an update");
    // In the order of the features, and from now on the whole truth.
    assert_eq!(told(&full), [own(Policy::Disable, "pse"), own(Policy::Require, "avx")]);
    assert_eq!(full.check, Check::Full);
}

#[test]
fn policies_and_features_are_checked() {
    let host = guest("486", Fallback::Allow, None, vec![(Policy::Require, "avx"), (Policy::Disable, "aes")]);
    let forbids = |name| guest("486", Fallback::Allow, None, vec![(Policy::Forbid, name)]);
    assert_eq!(check_forbidden(&forbids("aes"), &host), Ok(()));
    assert_eq!(check_forbidden(&forbids("avx"), &host).map_err(|error| error.code()), Err(VIR_ERR_CPU_INCOMPATIBLE));
    let valid = |arch, policy, name: &str| {
        let cpu = Cpu { features: vec![Feature { policy, name: name.to_owned() }], ..Cpu::default() };
        validate_features(arch, &cpu, ERA).is_ok()
    };
    assert!(valid("x86_64", Policy::Require, "aes") && !valid("x86_64", Policy::Require, "sve"));
    assert!(valid("aarch64", Policy::Require, "sve384") && !valid("aarch64", Policy::Require, "sve100"));
    assert!(valid("s390x", Policy::Disable, "anything") && !valid("s390x", Policy::Optional, "anything"));
    let cpu = AnyCpu::Guest(Box::new(forbids("fpu")));
    assert_eq!(has_feature("x86_64", &cpu, "fpu", ERA), Ok(false));
    assert_eq!(
        copy_migratable("x86_64", &guest("486", Fallback::Allow, None, vec![(Policy::Require, "invtsc")]), ERA)
            .map(|cpu| cpu.features),
        Ok(Vec::new())
    );
}

#[test]
fn other_architectures() {
    assert_eq!(decode_version(0x004d_0200, ERA).map(|cpu| cpu.model), Ok(Some("POWER8".to_owned())));
    assert_eq!(decode_version(0x0082_0100, ERA).map_err(|error| error.code()), Err(VIR_ERR_OPERATION_FAILED));
    assert_eq!(decode_version(0x0082_0100, Era::Libvirt12_8).map(|cpu| cpu.model), Ok(Some("POWER11".to_owned())));
    assert_eq!(vendor_of("ppc64", "POWERPC_e5500", ERA), Some("Freescale"));
    let text = "processor : 0\nFeatures\t: fp asimd aes sve bf16\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n";
    let cpu = arm::decode(text).expect("a model");
    assert_eq!(
        (cpu.model.as_deref(), cpu.vendor.as_deref(), cpu.features.len()),
        (Some("Neoverse-V1"), Some("ARM"), 4)
    );
    assert_eq!(model_names("riscv64", ERA).map_err(|error| error.code()), Err(VIR_ERR_NO_SUPPORT));
    assert_eq!(model_names("riscv64", Era::Libvirt12_8), Ok(None));
    assert_eq!(model_names("loongarch64", ERA).map_err(|error| error.code()), Err(VIR_ERR_INVALID_ARG));
    let power = HostCpu { arch: Some("ppc64".to_owned()), ..decode_version(0x004e_0000, ERA).expect("a model") };
    let power = AnyCpu::Host(Box::new(power));
    let against = |text: &str| compare_document("ppc64", Some(&power), text, 0, ERA).map_err(|error| error.code());
    assert_eq!(against("<cpu mode='host-model'><model>power8</model></cpu>"), Ok(VIR_CPU_COMPARE_IDENTICAL));
    assert_eq!(against("<cpu mode='host-model'><model>power10</model></cpu>"), Ok(VIR_CPU_COMPARE_INCOMPATIBLE));
    assert_eq!(against("<cpu><model>POWER8</model></cpu>"), Ok(VIR_CPU_COMPARE_INCOMPATIBLE));
    assert_eq!(compare_document("s390x", None, "<cpu><model>z13</model></cpu>", 0, ERA), Ok(VIR_CPU_COMPARE_IDENTICAL));
}

#[test]
fn newer_models_are_known_to_those_who_may_know_them() {
    let names = |era| model_names("x86_64", era).expect("names").expect("a list");
    for name in [
        "SapphireRapids",
        "GraniteRapids",
        "SierraForest",
        "ClearwaterForest",
        "EPYC-Genoa",
        "EPYC-Turin",
        "EPYC-Rome-v2",
    ] {
        assert!(names(Era::Libvirt12_8).contains(&name) && !names(ERA).contains(&name), "{name}");
    }
    let has = |model: &str, feature: &str| {
        let text = format!("<cpu><model>{model}</model></cpu>");
        let cpu = AnyCpu::parse(&text, Read::default()).expect("a CPU");
        has_feature("x86_64", &cpu, feature, Era::Libvirt12_8).expect("a model")
    };
    assert!(has("SapphireRapids", "amx-tile") && has("GraniteRapids", "amx-fp16") && !has("SierraForest", "avx512f"));
    assert!(has("SierraForest", "cmpccxadd") && has("ClearwaterForest", "sha512"));
    assert!(has("EPYC-Genoa", "avx512f") && !has("EPYC-Milan", "avx512f") && has("EPYC-Turin", "avx512-vp2intersect"));
    assert!(has("Cascadelake-Server-v5", "xsaves") && !has("Cascadelake-Server-v4", "xsaves"));
}
