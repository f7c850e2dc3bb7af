/* The bytes that a map of so many CPUs needs, one bit a CPU. */
#define VIR_CPU_MAPLEN(cpus) (((cpus) + 7) / 8)

/* Puts a CPU into a map. */
#define VIR_USE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] |= (1 << ((cpu) % 8)))

/* Takes a CPU out of a map. */
#define VIR_UNUSE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] &= ~(1 << ((cpu) % 8)))

/* Whether a CPU is in a map: 0 when it is not. */
#define VIR_CPU_USED(cpumap, cpu) ((cpumap)[(cpu) / 8] & (1 << ((cpu) % 8)))

/* Where the map of a virtual CPU begins among those of all, each maplen bytes long. */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) (&((cpumaps)[(vcpu) * (maplen)]))

/* Whether a virtual CPU may run on a CPU of the host: 0 when it may not. */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) VIR_CPU_USED(VIR_GET_CPUMAP(cpumaps, maplen, vcpu), cpu)

/* Copies the map of a virtual CPU; needs <string.h>. */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) memcpy(cpumap, VIR_GET_CPUMAP(cpumaps, maplen, vcpu), maplen)

/* The callback of one event as virConnectDomainEventRegisterAny takes it. */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) ((virConnectDomainEventGenericCallback)(void (*)(void))(cb))

/* The older name of a typed parameter of the scheduler. */
#define _virSchedParameter _virTypedParameter

/* The older name of a typed parameter of block I/O. */
#define _virBlkioParameter _virTypedParameter

/* The older name of a typed parameter of memory. */
#define _virMemoryParameter _virTypedParameter
