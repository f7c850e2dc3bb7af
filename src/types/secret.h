/* The callback of one event as virConnectSecretEventRegisterAny takes it. */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback)(void (*)(void))(cb))
