/* The callback of one event as virConnectNetworkEventRegisterAny takes it. */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback)(void (*)(void))(cb))
