/* The smallest program that uses the library. */
#include <libvirt/libvirt.h>
#include <stddef.h>

int main(void)
{
    unsigned long version;
    return virGetVersion(&version, NULL, NULL) != 0;
}
