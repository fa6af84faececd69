/* Which function does which kind of job. */
#include "work.h"

const struct work_kind work_kinds[] = {
    {NULL, NULL, NULL},
};
