/* Handed-in files: whatever comes, an answer, in bounded memory; and what was cleaned can be cleaned again. */
#include "../../fcgi/paper/paper.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer once, twice;
    enum paper_kind kind, again;
    buffer_init(&once, PAPER_BYTES);
    buffer_init(&twice, PAPER_BYTES);
    if (paper_clean(&once, data, size, &kind) == PAPER_OK) {
        enum paper_result result = paper_clean(&twice, once.bytes, once.length, &again);
        assert(result == PAPER_OK && again == kind);
    }
    buffer_free(&once);
    buffer_free(&twice);
    return 0;
}
