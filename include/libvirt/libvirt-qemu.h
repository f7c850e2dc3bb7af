/* libvirt-qemu.h: what only QEMU has: its monitor and the raw guest agent (libvirt-qemu.so.0).
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_QEMU_H
#define LIBVIRT_QEMU_H

#include "libvirt.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * How the name of an event is compared.
 */
typedef enum {
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1,
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 2,
} virConnectDomainQemuMonitorEventRegisterFlags;

/**
 * How long the guest agent is waited for, where it is no number of seconds.
 */
typedef enum {
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT,
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT,
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
} virDomainQemuAgentCommandTimeoutValues;

/**
 * Which language a monitor command is in.
 */
typedef enum {
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1,
} virDomainQemuMonitorCommandFlags;

/**
 * Is told an event of QEMU's monitor, when it happened, and its details as JSON or NULL.
 */
typedef void (*virConnectDomainQemuMonitorEventCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *event,
                                                         long long seconds,
                                                         unsigned int micros,
                                                         const char *details,
                                                         void *opaque);

/**
 * Sends a command to the monitor of a domain's QEMU; `*result` gets the reply, which the caller frees. The command is JSON
 * (QMP), or with the flag `VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP` one for humans.
 */
int virDomainQemuMonitorCommand(virDomainPtr domain,
                                const char *cmd,
                                char **result,
                                unsigned int flags);

/**
 * As `virDomainQemuMonitorCommand`, with `ninfiles` open files that QEMU is given along with the command. Files that QEMU
 * sends back are in `*outfiles`: the caller closes them and frees the array.
 */
int virDomainQemuMonitorCommandWithFiles(virDomainPtr domain,
                                         const char *cmd,
                                         unsigned int ninfiles,
                                         int *infiles,
                                         unsigned int *noutfiles,
                                         int **outfiles,
                                         char **result,
                                         unsigned int flags);

/**
 * Sends a command (JSON) to the guest agent of a domain; gives its reply, which the caller frees. `timeout` is in seconds,
 * or a `VIR_DOMAIN_QEMU_AGENT_COMMAND_…`.
 */
char *virDomainQemuAgentCommand(virDomainPtr domain,
                                const char *cmd,
                                int timeout,
                                unsigned int flags);

/**
 * Takes over a QEMU process that was started without the library.
 */
virDomainPtr virDomainQemuAttach(virConnectPtr conn, unsigned int pid_value, unsigned int flags);

/**
 * Has events of QEMU's monitors told to `cb`: of all domains or of one, all events or those that `event` names (with
 * `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX` a regular expression). Gives the number by which the callback can
 * be removed; `freecb` is called with `opaque` after that.
 */
int virConnectDomainQemuMonitorEventRegister(virConnectPtr conn,
                                             virDomainPtr dom,
                                             const char *event,
                                             virConnectDomainQemuMonitorEventCallback cb,
                                             void *opaque,
                                             virFreeCallback freecb,
                                             unsigned int flags);

/**
 * Removes a callback that `virConnectDomainQemuMonitorEventRegister` added.
 */
int virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn, int callbackID);

#ifdef __cplusplus
}
#endif

#endif
