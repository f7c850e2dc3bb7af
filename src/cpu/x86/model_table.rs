//! The models of x86 processors: what each name stands for, observed with `virConnectBaselineCPU`; later
//! ones as the manuals of Intel and AMD and `query-cpu-model-expansion` of QEMU tell. One text instead of a table of
//! pointers, as in `feature_table.rs`.

/// A model a line, in the order in which `virConnectGetCPUModelNames` lists them, later ones are newer: the name (`+` before it
/// where libvirt 9.0.0 does not know it); the vendor, or `-`; what the name may be given to (`both`, `host` only, `none`); the
/// signatures family/model/steppings of the chips; `<` the model it starts from; the features that come on top of that one's,
/// after `-` those that it lacks, after `~` those that the model had once: it does not ask for them any more, and guests are
/// told that they do not get them.
pub(super) const MODELS: &str = "\
486 - both fpu vme pse
pentium - both <486 de tsc msr mce cx8 mmx
pentium2 - both <pentium pae sep mtrr pge mca cmov pat pse36 fxsr
pentium3 - both <pentium2 sse
pentiumpro - both <pentium3 apic sse2 -vme -mtrr -mca -pse36
coreduo Intel both <pentium3 apic clflush sse2 pni monitor nx -pse36
n270 Intel both <coreduo ssse3
core2duo Intel both <n270 pse36 syscall lm
qemu32 - both <pentiumpro pni
kvm32 - both <coreduo pse36 -vme -monitor -nx
cpu64-rhel5 - none <core2duo -vme -monitor -ssse3
cpu64-rhel6 - none <cpu64-rhel5 cx16 lahf_lm
qemu64 - both <cpu64-rhel5 cx16 svm
kvm64 - both <cpu64-rhel5 cx16
Conroe Intel both 6/15 6/22 <cpu64-rhel5 ssse3 lahf_lm
Penryn Intel both 6/23 6/29 <cpu64-rhel6 ssse3 sse4.1
Nehalem Intel both 6/26 6/30 6/31 6/46 <Penryn sse4.2 popcnt
Nehalem-IBRS Intel both 6/26 6/30 6/31 6/46 <Nehalem spec-ctrl
Westmere Intel both 6/44 6/47 6/37 <Nehalem aes
Westmere-IBRS Intel both 6/44 <Nehalem-IBRS aes
SandyBridge Intel both 6/42 6/45 <Westmere pclmuldq x2apic tsc-deadline xsave avx rdtscp
SandyBridge-IBRS Intel both 6/42 6/45 <SandyBridge spec-ctrl
IvyBridge Intel both 6/58 6/62 <SandyBridge vme f16c rdrand fsgsbase smep erms
IvyBridge-IBRS Intel both 6/58 6/62 <IvyBridge spec-ctrl
Haswell-noTSX Intel both 6/60 6/63 6/69 6/70 <SandyBridge fma pcid movbe fsgsbase bmi1 avx2 smep bmi2 erms invpcid
Haswell-noTSX-IBRS Intel both 6/60 6/63 6/69 6/70 <Haswell-noTSX spec-ctrl
Haswell Intel both 6/60 6/63 6/69 6/70 <Haswell-noTSX hle rtm
Haswell-IBRS Intel both 6/60 6/63 6/69 6/70 <Haswell spec-ctrl
Broadwell-noTSX Intel both 6/61 6/71 6/79 6/86 <Haswell-noTSX rdseed adx smap 3dnowprefetch
Broadwell-noTSX-IBRS Intel both 6/61 6/71 6/79 6/86 <Broadwell-noTSX spec-ctrl
Broadwell Intel both 6/61 6/71 6/79 6/86 <Broadwell-noTSX hle rtm
Broadwell-IBRS Intel both 6/61 6/71 6/79 6/86 <Broadwell spec-ctrl
Skylake-Client Intel both 6/94 6/78 6/142 6/158 <Broadwell vme f16c rdrand arat mpx xsaveopt xsavec xgetbv1 abm
Skylake-Client-IBRS Intel both 6/94 6/78 6/142 6/158 <Skylake-Client spec-ctrl
Skylake-Client-noTSX-IBRS Intel host 6/94 6/78 6/142 6/158 <Skylake-Client-IBRS -hle -rtm
Skylake-Server Intel both 6/85/0-4 <Skylake-Client avx512f avx512dq clwb avx512cd avx512bw avx512vl pdpe1gb
Skylake-Server-IBRS Intel both 6/85/0-4 <Skylake-Server spec-ctrl
Skylake-Server-noTSX-IBRS Intel host 6/85/0-4 <Skylake-Server-IBRS -hle -rtm
Cascadelake-Server Intel both 6/85/5-7 <Skylake-Server-IBRS clflushopt avx512vnni ssbd
Cascadelake-Server-noTSX Intel host 6/85/5-7 <Cascadelake-Server -hle -rtm
Icelake-Client Intel both 6/126 <Skylake-Client-IBRS avx512vbmi umip pku avx512vbmi2 gfni vaes vpclmulqdq avx512vnni avx512bitalg avx512-vpopcntdq ssbd wbnoinvd ~intel-pt
Icelake-Client-noTSX Intel host 6/126 <Icelake-Client -hle -rtm ~intel-pt
Icelake-Server Intel both 6/106 <Icelake-Client avx512f avx512dq clflushopt clwb avx512cd avx512bw avx512vl la57 pdpe1gb ~intel-pt
Icelake-Server-noTSX Intel host 6/106 <Icelake-Server -hle -rtm ~intel-pt
Cooperlake Intel both 6/85/10-11 <Cascadelake-Server pku stibp arch-capabilities avx512-bf16 rdctl-no ibrs-all skip-l1dfl-vmentry mds-no pschange-mc-no taa-no -mpx
Snowridge Intel both 6/134 <IvyBridge-IBRS movbe arat rdseed smap clflushopt clwb sha-ni umip gfni cldemote movdiri movdir64b arch-capabilities core-capability ssbd xsaveopt xsavec xgetbv1 pdpe1gb 3dnowprefetch split-lock-detect -avx -f16c
athlon AMD both <pentium3 apic sse2 mmxext 3dnowext 3dnow -mca
phenom AMD both <cpu64-rhel5 monitor mmxext fxsr_opt 3dnowext 3dnow svm
Opteron_G1 AMD both 15/6 <cpu64-rhel5
Opteron_G2 AMD both 15/6 <cpu64-rhel6 rdtscp svm
Opteron_G3 AMD both 15/6 <Opteron_G2 popcnt abm sse4a misalignsse ~monitor
Opteron_G4 AMD both 21/1 <SandyBridge pdpe1gb svm abm sse4a misalignsse 3dnowprefetch xop fma4 -x2apic -tsc-deadline
Opteron_G5 AMD both 21/2 <Opteron_G4 fma f16c tbm
EPYC AMD both 23/1 <Skylake-Client-noTSX-IBRS clflushopt sha-ni mmxext fxsr_opt pdpe1gb svm cr8legacy sse4a misalignsse osvw -pcid -x2apic -tsc-deadline -erms -invpcid -mpx -spec-ctrl ~monitor
EPYC-IBPB AMD both 23/1 <EPYC ibpb ~monitor
EPYC-Rome AMD both 23/49 <EPYC-IBPB clwb umip rdpid perfctr_core clzero xsaveerptr wbnoinvd amd-stibp npt nrip-save
EPYC-Milan AMD both 25/1 <EPYC-Rome pcid erms invpcid pku fsrm xsaves ibrs amd-ssbd svme-addr-chk
Dhyana Hygon both 24/0 <EPYC-IBPB -pclmuldq -aes -sha-ni ~monitor
+Denverton Intel both 6/95 <Nehalem-IBRS pclmuldq monitor x2apic movbe tsc-deadline aes xsave rdrand arat fsgsbase smep erms mpx rdseed smap clflushopt sha-ni arch-capabilities ssbd xsaveopt xsavec xgetbv1 pdpe1gb rdtscp 3dnowprefetch rdctl-no skip-l1dfl-vmentry
+KnightsMill Intel both 6/133 <Broadwell-noTSX ss f16c rdrand arat avx512f avx512pf avx512er avx512cd avx512-vpopcntdq avx512-4vnniw avx512-4fmaps xsaveopt pdpe1gb abm -pcid -invpcid -smap
+SapphireRapids Intel both 6/143/4-8 <Icelake-Server avx512ifma sha-ni rdpid bus-lock-detect fsrm serialize tsx-ldtrk amx-bf16 avx512-fp16 amx-tile amx-int8 arch-capabilities avx-vnni avx512-bf16 fzrm fsrs fsrc xsaves xfd rdctl-no ibrs-all skip-l1dfl-vmentry mds-no pschange-mc-no taa-no -mpx
+GraniteRapids Intel both 6/173 6/174 <SapphireRapids amx-fp16 prefetchiti mcdt-no sbdr-ssdp-no fbsdp-no psdp-no pbrsb-no
+SierraForest Intel both 6/175 <GraniteRapids cmpccxadd avx-ifma avx-vnni-int8 avx-ne-convert -hle -rtm -avx512f -avx512dq -avx512ifma -avx512cd -avx512bw -avx512vl -avx512vbmi -avx512vbmi2 -avx512vnni -avx512bitalg -avx512-vpopcntdq -la57 -tsx-ldtrk -amx-bf16 -avx512-fp16 -amx-tile -amx-int8 -avx512-bf16 -fzrm -fsrc -amx-fp16 -prefetchiti -xfd -taa-no
+ClearwaterForest Intel both 6/221 <SierraForest movdiri movdir64b sha512 sm3 sm4 lam avx-vnni-int16 prefetchiti intel-psfd ipred-ctrl rrsba-ctrl ddpd-u bhi-ctrl bhi-no gds-no rfds-no
+EPYC-Genoa AMD both 25/17 25/160 <EPYC-Milan avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl avx512vbmi avx512vbmi2 gfni vaes vpclmulqdq avx512vnni avx512bitalg avx512-vpopcntdq la57 avx512-bf16 stibp-always-on amd-psfd vnmi no-nested-data-bp lfence-always-serializing null-sel-clr-base auto-ibrs
+EPYC-Turin AMD both 26/0 26/2 26/17 <EPYC-Genoa tsc_adjust movdiri movdir64b avx512-vp2intersect avx-vnni overflow-recov succor fs-gs-base-ns prefetchi sbpb ibpb-brtype srso-user-kernel-no perfmon-v2
+486-v1 - none <486
+Broadwell-v1 Intel none 6/61 6/71 6/79 6/86 <Broadwell
+Broadwell-v2 Intel none 6/61 6/71 6/79 6/86 <Broadwell-noTSX
+Broadwell-v3 Intel none 6/61 6/71 6/79 6/86 <Broadwell-IBRS
+Broadwell-v4 Intel none 6/61 6/71 6/79 6/86 <Broadwell-noTSX-IBRS
+Cascadelake-Server-v1 Intel none 6/85/5-7 <Cascadelake-Server
+Cascadelake-Server-v2 Intel none 6/85/5-7 <Cascadelake-Server-v1 arch-capabilities rdctl-no ibrs-all skip-l1dfl-vmentry mds-no
+Cascadelake-Server-v3 Intel none 6/85/5-7 <Cascadelake-Server-noTSX
+Cascadelake-Server-v4 Intel none 6/85/5-7 <Cascadelake-Server-v3
+Cascadelake-Server-v5 Intel none 6/85/5-7 <Cascadelake-Server-v4 xsaves
+Conroe-v1 Intel none 6/15 6/22 <Conroe
+Cooperlake-v1 Intel none 6/85/10-11 <Cooperlake
+Cooperlake-v2 Intel none 6/85/10-11 <Cooperlake-v1 xsaves
+Denverton-v1 Intel none 6/95 <Denverton
+Denverton-v2 Intel none 6/95 <Denverton-v1 -monitor -mpx
+Denverton-v3 Intel none 6/95 <Denverton-v2 xsaves
+Dhyana-v1 Hygon none 24/0 <Dhyana
+Dhyana-v2 Hygon none 24/0 <Dhyana-v1 xsaves
+EPYC-v1 AMD none 23/1 <EPYC
+EPYC-v2 AMD none 23/1 <EPYC-IBPB
+EPYC-v3 AMD none 23/1 <EPYC-v2 xsaves perfctr_core clzero xsaveerptr
+EPYC-Milan-v1 AMD none 25/1 <EPYC-Milan
+EPYC-Rome-v1 AMD none 23/49 <EPYC-Rome
+EPYC-Rome-v2 AMD none 23/49 <EPYC-Rome-v1 ibrs amd-ssbd
+Haswell-v1 Intel none 6/60 6/63 6/69 6/70 <Haswell
+Haswell-v2 Intel none 6/60 6/63 6/69 6/70 <Haswell-noTSX
+Haswell-v3 Intel none 6/60 6/63 6/69 6/70 <Haswell-IBRS
+Haswell-v4 Intel none 6/60 6/63 6/69 6/70 <Haswell-noTSX-IBRS
+Icelake-Server-v1 Intel none 6/106 <Icelake-Server
+Icelake-Server-v2 Intel none 6/106 <Icelake-Server-noTSX
+Icelake-Server-v3 Intel none 6/106 <Icelake-Server-v2 arch-capabilities rdctl-no ibrs-all skip-l1dfl-vmentry mds-no pschange-mc-no taa-no
+Icelake-Server-v4 Intel none 6/106 <Icelake-Server-v3 avx512ifma sha-ni rdpid fsrm
+Icelake-Server-v5 Intel none 6/106 <Icelake-Server-v4 xsaves
+Icelake-Server-v6 Intel none 6/106 <Icelake-Server-v5
+IvyBridge-v1 Intel none 6/58 6/62 <IvyBridge
+IvyBridge-v2 Intel none 6/58 6/62 <IvyBridge-IBRS
+KnightsMill-v1 Intel none 6/133 <KnightsMill
+Nehalem-v1 Intel none 6/26 6/30 6/31 6/46 <Nehalem
+Nehalem-v2 Intel none 6/26 6/30 6/31 6/46 <Nehalem-IBRS
+Opteron_G1-v1 AMD none 15/6 <Opteron_G1
+Opteron_G2-v1 AMD none 15/6 <Opteron_G2
+Opteron_G3-v1 AMD none 15/6 <Opteron_G3
+Opteron_G4-v1 AMD none 21/1 <Opteron_G4
+Opteron_G5-v1 AMD none 21/2 <Opteron_G5
+Penryn-v1 Intel none 6/23 6/29 <Penryn
+SandyBridge-v1 Intel none 6/42 6/45 <SandyBridge
+SandyBridge-v2 Intel none 6/42 6/45 <SandyBridge-IBRS
+Skylake-Client-v1 Intel none 6/94 6/78 6/142 6/158 <Skylake-Client
+Skylake-Client-v2 Intel none 6/94 6/78 6/142 6/158 <Skylake-Client-IBRS
+Skylake-Client-v3 Intel none 6/94 6/78 6/142 6/158 <Skylake-Client-noTSX-IBRS
+Skylake-Client-v4 Intel none 6/94 6/78 6/142 6/158 <Skylake-Client-v3 xsaves
+Skylake-Server-v1 Intel none 6/85/0-4 <Skylake-Server
+Skylake-Server-v2 Intel none 6/85/0-4 <Skylake-Server-IBRS
+Skylake-Server-v3 Intel none 6/85/0-4 <Skylake-Server-noTSX-IBRS
+Skylake-Server-v4 Intel none 6/85/0-4 <Skylake-Server-v3
+Skylake-Server-v5 Intel none 6/85/0-4 <Skylake-Server-v4 xsaves
+Snowridge-v1 Intel none 6/134 <Snowridge
+Snowridge-v2 Intel none 6/134 <Snowridge-v1
+Snowridge-v3 Intel none 6/134 <Snowridge-v2 xsaves
+Snowridge-v4 Intel none 6/134 <Snowridge-v3 -core-capability -split-lock-detect
+Westmere-v1 Intel none 6/44 6/47 6/37 <Westmere
+Westmere-v2 Intel none 6/44 <Westmere-IBRS
+athlon-v1 AMD none <athlon
+core2duo-v1 Intel none <core2duo
+coreduo-v1 Intel none <coreduo
+kvm32-v1 - none <kvm32
+kvm64-v1 - none <kvm64
+n270-v1 Intel none <n270
+pentium-v1 - none <pentium
+pentium2-v1 - none <pentium2
+pentium3-v1 - none <pentium3
+phenom-v1 AMD none <phenom
+qemu32-v1 - none <qemu32
+qemu64-v1 - none <qemu64
+SapphireRapids-v1 Intel none 6/143/4-8 <SapphireRapids
+SapphireRapids-v2 Intel none 6/143/4-8 <SapphireRapids-v1 sbdr-ssdp-no fbsdp-no psdp-no
+SapphireRapids-v3 Intel none 6/143/4-8 <SapphireRapids-v2 cldemote movdiri movdir64b
+GraniteRapids-v1 Intel none 6/173 6/174 <GraniteRapids
+SierraForest-v1 Intel none 6/175 <SierraForest
+ClearwaterForest-v1 Intel none 6/221 <ClearwaterForest
+EPYC-Genoa-v1 AMD none 25/17 25/160 <EPYC-Genoa
+EPYC-Turin-v1 AMD none 26/0 26/2 26/17 <EPYC-Turin
+EPYC-Genoa-v2 AMD none 25/17 25/160 <EPYC-Genoa-v1 overflow-recov succor fs-gs-base-ns perfmon-v2
";
