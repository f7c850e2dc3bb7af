/* The callback of one event as virConnectStoragePoolEventRegisterAny takes it. */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback)(void (*)(void))(cb))
