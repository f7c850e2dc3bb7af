//! The features of x86 processors: in which register each one shows (Intel's and AMD's manuals on CPUID; the names are the
//! field's). One text instead of a table of pointers, so that it costs nothing until somebody asks.

/// A register a line: the CPUID leaf, after a colon the subleaf where there are several, and the register, or `msr`, its number
/// and its half (`eax` is the lower); then the names of its bits from bit 0 on. A number says which bit comes next.
/// `+` marks what libvirt 9.0.0 does not know, `!` what keeps a guest from migrating. The order is that in which documents list features.
pub(super) const FEATURES: &str = "\
1 edx fpu vme de pse tsc msr pae mce cx8 apic 11 sep mtrr pge mca cmov pat pse36 pn clflush 21 ds acpi mmx fxsr sse sse2 ss ht tm ia64 pbe
1 ecx pni pclmuldq dtes64 monitor ds_cpl vmx smx est tm2 ssse3 cid 12 fma cx16 xtpr pdcm 17 pcid dca sse4.1 sse4.2 x2apic movbe popcnt tsc-deadline aes xsave osxsave avx f16c rdrand hypervisor
6 eax 2 arat
7:0 ebx fsgsbase tsc_adjust sgx bmi1 hle avx2 7 smep bmi2 erms invpcid rtm cmt 14 mpx 16 avx512f avx512dq rdseed adx smap avx512ifma pcommit clflushopt clwb intel-pt avx512pf avx512er avx512cd sha-ni avx512bw avx512vl
7:0 ecx 1 avx512vbmi umip pku ospke waitpkg avx512vbmi2 +shstk gfni vaes vpclmulqdq avx512vnni avx512bitalg 14 avx512-vpopcntdq 16 la57 22 rdpid 24 bus-lock-detect cldemote 27 movdiri movdir64b 30 sgxlc pks
7:0 edx 2 avx512-4vnniw avx512-4fmaps fsrm 8 avx512-vp2intersect 10 md-clear 14 serialize 16 tsx-ldtrk 18 pconfig arch-lbr +ibt 22 amx-bf16 avx512-fp16 amx-tile amx-int8 spec-ctrl stibp +flush-l1d arch-capabilities core-capability ssbd
7:1 eax +sha512 +sm3 +sm4 4 avx-vnni avx512-bf16 +lass +cmpccxadd 10 +fzrm +fsrs +fsrc 17 +fred +lkgs +wrmsrns 21 +amx-fp16 23 +avx-ifma 26 +lam 31 +movrs
7:1 edx 4 +avx-vnni-int8 +avx-ne-convert 8 +amx-complex 10 +avx-vnni-int16 14 +prefetchiti 19 +avx10
7:2 edx +intel-psfd +ipred-ctrl +rrsba-ctrl +ddpd-u +bhi-ctrl +mcdt-no
d:1 eax xsaveopt xsavec xgetbv1 !xsaves xfd
f:1 edx 1 mbm_total mbm_local
12:0 eax sgx1 sgx2 11 +sgx-edeccssa
12:0 ebx sgx-exinfo
12:1 eax 1 sgx-debug sgx-mode64 4 sgx-provisionkey sgx-tokenkey 7 sgx-kss 10 +sgx-aex-notify
14:0 ecx 31 intel-pt-lip
1e:1 eax 4 +amx-fp8 +amx-transpose +amx-tf32 +amx-avx512 +amx-movrs
24:0 ebx 16 +avx10-128 +avx10-256 +avx10-512
80000001 edx 11 syscall 20 nx 22 mmxext 25 fxsr_opt pdpe1gb rdtscp 29 lm 3dnowext 3dnow
80000001 ecx lahf_lm cmp_legacy svm extapic cr8legacy abm sse4a misalignsse 3dnowprefetch osvw ibs xop skinit wdt 15 lwp fma4 tce cvt16 nodeid_msr 21 tbm topoext perfctr_core perfctr_nb
80000007 ebx +overflow-recov +succor
80000007 edx 8 !invtsc
80000008 ebx clzero 2 xsaveerptr 9 wbnoinvd 12 ibpb 14 ibrs amd-stibp 17 +stibp-always-on 24 amd-ssbd virt-ssbd amd-no-ssb 28 +amd-psfd +btc-no
8000000a edx npt lbrv svm-lock nrip-save tsc-scale vmcb-clean flushbyasid decodeassists 10 pause-filter 12 pfthreshold avic 15 v-vmsave-vmload vgif 25 +vnmi 28 svme-addr-chk
80000021 eax +no-nested-data-bp +fs-gs-base-ns +lfence-always-serializing 6 +null-sel-clr-base 8 +auto-ibrs 20 +prefetchi 24 +eraps 27 +sbpb +ibpb-brtype +srso-no +srso-user-kernel-no
80000022 eax +perfmon-v2
msr 10a eax rdctl-no ibrs-all rsba skip-l1dfl-vmentry ssb-no mds-no pschange-mc-no tsx-ctrl taa-no 13 +sbdr-ssdp-no +fbsdp-no +psdp-no 17 +fb-clear 19 +rrsba +bhi-no 24 +pbrsb-no 26 +gds-no +rfds-no +rfds-clear
msr 10a edx 30 +its-no
msr cf eax 5 split-lock-detect
msr 480 edx 22 +vmx-ins-outs +vmx-true-ctls +vmx-any-errcode 26 +vmx-nested-exception
msr 485 eax 5 +vmx-store-lma +vmx-activity-hlt +vmx-activity-shutdown +vmx-activity-wait-sipi 29 +vmx-vmwrite-vmexit-fields +vmx-zero-len-inject
msr 48b edx +vmx-apicv-xapic +vmx-ept +vmx-desc-exit +vmx-rdtscp-exit +vmx-apicv-x2apic +vmx-vpid +vmx-wbinvd-exit +vmx-unrestricted-guest +vmx-apicv-register +vmx-apicv-vid +vmx-ple +vmx-rdrand-exit +vmx-invpcid-exit +vmx-vmfunc +vmx-shadow-vmcs +vmx-encls-exit +vmx-rdseed-exit +vmx-pml 20 +vmx-xsaves 25 +vmx-tsc-scaling +vmx-enable-user-wait-pause
msr 48c eax +vmx-ept-execonly 6 +vmx-page-walk-4 +vmx-page-walk-5 16 +vmx-ept-2mb +vmx-ept-1gb 20 +vmx-invept +vmx-eptad +vmx-ept-advanced-exitinfo 25 +vmx-invept-single-context +vmx-invept-all-context
msr 48c edx +vmx-invvpid 8 +vmx-invvpid-single-addr +vmx-invvpid-single-context +vmx-invvpid-all-context +vmx-invvpid-single-context-noglobals
msr 48d edx +vmx-intr-exit 3 +vmx-nmi-exit 5 +vmx-vnmi +vmx-preemption-timer +vmx-posted-intr
msr 48e edx 2 +vmx-vintr-pending +vmx-tsc-offset 7 +vmx-hlt-exit 9 +vmx-invlpg-exit +vmx-mwait-exit +vmx-rdpmc-exit +vmx-rdtsc-exit 15 +vmx-cr3-load-noexit +vmx-cr3-store-noexit 19 +vmx-cr8-load-exit +vmx-cr8-store-exit +vmx-flexpriority +vmx-vnmi-pending +vmx-movdr-exit +vmx-io-exit +vmx-io-bitmap 27 +vmx-mtf +vmx-msr-bitmap +vmx-monitor-exit +vmx-pause-exit +vmx-secondary-ctls
msr 48f edx 2 +vmx-exit-nosave-debugctl 12 +vmx-exit-load-perf-global-ctrl 15 +vmx-exit-ack-intr 18 +vmx-exit-save-pat +vmx-exit-load-pat +vmx-exit-save-efer +vmx-exit-load-efer +vmx-exit-save-preemption-timer +vmx-exit-clear-bndcfgs 25 +vmx-exit-clear-rtit-ctl 29 +vmx-exit-load-pkrs
msr 490 edx 2 +vmx-entry-noload-debugctl 9 +vmx-entry-ia32e-mode 13 +vmx-entry-load-perf-global-ctrl +vmx-entry-load-pat +vmx-entry-load-efer +vmx-entry-load-bndcfgs 18 +vmx-entry-load-rtit-ctl 22 +vmx-entry-load-pkrs
msr 491 eax +vmx-eptp-switching
";
