/* Any bytes as an allocation in text: what can be read is solved, proven, and solved again from its own result, which must be
 * the same; and any bytes as a kept result. */
#include "../../fcgi/allocate/allocate.h"
#include "../../fcgi/allocate/format.h"
#include "../../fcgi/base/buffer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct allocation *proven(const struct instance *instance,
                                 const struct allocate_start *start)
{
    struct certificate certificate;
    struct allocation *allocation = allocate(instance, &(struct allocate_options){.start = start});
    assert(allocate_certify(instance, allocation, &certificate));
    return allocation;
}

static void solve(const struct instance *instance)
{
    struct allocation *first = proven(instance, NULL);
    struct allocate_start *start = allocate_start_new(instance, first);
    struct buffer bytes;
    buffer_init(&bytes, (size_t)16 << 20);
    allocate_start_write(start, &bytes);
    allocate_start_free(start);
    start = allocate_start_read(bytes.bytes, bytes.length);
    assert(start);
    struct allocation *second = proven(instance, start);
    assert(digits_compare(&first->total, &second->total) == 0);
    allocation_free(first);
    allocation_free(second);
    allocate_start_free(start);
    buffer_free(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char error[200];
    allocate_start_free(allocate_start_read(data, size));
    FILE *file = size ? fmemopen((void *)(uintptr_t)data, size, "r") : NULL;
    if (!file)
        return 0;
    struct instance *instance = format_read(file, error, sizeof error);
    fclose(file);
    assert(instance || strlen(error) > 0);
    if (instance && instance->student_count <= 60 && instance->unit_count <= 60)
        solve(instance);
    instance_free(instance);
    return 0;
}
