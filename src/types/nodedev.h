/* The callback of one event as virConnectNodeDeviceEventRegisterAny takes it. */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback)(void (*)(void))(cb))
