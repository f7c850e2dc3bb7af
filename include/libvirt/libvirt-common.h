/* libvirt-common.h: the API level, typed parameters, and what all other headers share.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_COMMON_H
#define LIBVIRT_COMMON_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether the API level is at least major.minor.micro: for #if. */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    ((major) * 1000000 + (minor) * 1000 + (micro) <= LIBVIR_VERSION_NUMBER)

#define LIBVIR_VERSION_NUMBER 12008000

#define VIR_TYPED_PARAM_FIELD_LENGTH 80

/**
 * Why a connection was closed.
 */
typedef enum {
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
#if defined(VIR_ENUM_SENTINELS)
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
#endif
} virConnectCloseReason;

/**
 * Which member of a typed parameter's value counts.
 */
typedef enum {
    VIR_TYPED_PARAM_INT = 1,
    VIR_TYPED_PARAM_UINT = 2,
    VIR_TYPED_PARAM_LLONG = 3,
    VIR_TYPED_PARAM_ULLONG = 4,
    VIR_TYPED_PARAM_DOUBLE = 5,
    VIR_TYPED_PARAM_BOOLEAN = 6,
    VIR_TYPED_PARAM_STRING = 7,
#if defined(VIR_ENUM_SENTINELS)
    VIR_TYPED_PARAM_LAST = 8,
#endif
} virTypedParameterType;

/**
 * What a program can say of typed parameters: `STRING_OKAY` that it takes strings, too.
 */
typedef enum {
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2),
} virTypedParameterFlags;

/**
 * The value of a typed parameter; which member counts is in `type`.
 */
union _virTypedParameterValue {
    int i;
    unsigned int ui;
    long long l;
    unsigned long long ul;
    double d;
    char b;
    char *s;
};

/**
 * One named value of a list of parameters or statistics.
 */
struct _virTypedParameter {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    int type;
    union _virTypedParameterValue value;
};

typedef struct _virTypedParameter virTypedParameter;

typedef virTypedParameter *virTypedParameterPtr;

/**
 * Frees what a program registered along with a callback.
 */
typedef void (*virFreeCallback)(void *opaque);

/**
 * Adds a boolean; any value but 0 is true. The array may move.
 */
int virTypedParamsAddBoolean(virTypedParameterPtr *params,
                             int *nparams,
                             int *maxparams,
                             const char *name,
                             int value);

/**
 * Adds a floating-point number. The array may move.
 */
int virTypedParamsAddDouble(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            double value);

/**
 * Adds a number. The array may move.
 */
int virTypedParamsAddInt(virTypedParameterPtr *params,
                         int *nparams,
                         int *maxparams,
                         const char *name,
                         int value);

/**
 * Adds a long number. The array may move.
 */
int virTypedParamsAddLLong(virTypedParameterPtr *params,
                           int *nparams,
                           int *maxparams,
                           const char *name,
                           long long value);

/**
 * Adds an unsigned number. The array may move.
 */
int virTypedParamsAddUInt(virTypedParameterPtr *params,
                          int *nparams,
                          int *maxparams,
                          const char *name,
                          unsigned int value);

/**
 * Adds an unsigned long number. The array may move.
 */
int virTypedParamsAddULLong(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            unsigned long long value);

/**
 * Adds a copy of a string; NULL is taken as the empty one. The array may move.
 */
int virTypedParamsAddString(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            const char *value);

/**
 * Adds copies of strings under one name; `values` ends with NULL. The array may move.
 */
int virTypedParamsAddStringList(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                const char **values);

/**
 * Adds a value of the given `VIR_TYPED_PARAM_…` type, read from text. The array may move.
 */
int virTypedParamsAddFromString(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                int type,
                                const char *value);

/**
 * Frees the strings of a list, not the array. The thread's last error stays.
 */
void virTypedParamsClear(virTypedParameterPtr params, int nparams);

/**
 * Frees a list: its strings and the array. The thread's last error stays.
 */
void virTypedParamsFree(virTypedParameterPtr params, int nparams);

/**
 * The first parameter of that name, which stays the list's; NULL when there is none, which is no error.
 */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params,
                                       int nparams,
                                       const char *name);

/**
 * The boolean, 0 or 1, of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetBoolean(virTypedParameterPtr params,
                             int nparams,
                             const char *name,
                             int *value);

/**
 * The floating-point number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetDouble(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            double *value);

/**
 * The number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetInt(virTypedParameterPtr params,
                         int nparams,
                         const char *name,
                         int *value);

/**
 * The long number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetLLong(virTypedParameterPtr params,
                           int nparams,
                           const char *name,
                           long long *value);

/**
 * The string, which stays the list's, of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetString(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            const char **value);

/**
 * The unsigned number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetUInt(virTypedParameterPtr params,
                          int nparams,
                          const char *name,
                          unsigned int *value);

/**
 * The unsigned long number of that name in `*value`. Returns 1, 0 when the list has no such name, -1 when it has another type.
 */
int virTypedParamsGetULLong(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            unsigned long long *value);

#ifdef __cplusplus
}
#endif

#endif
