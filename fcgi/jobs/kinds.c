/* Which function does which kind of job. */
#include "import.h"
#include "work.h"

const struct work_kind work_kinds[] = {
    {"import_check", import_check, import_failed},
    {"import_apply", import_apply, import_failed},
    {"import_undo", import_undo, import_failed},
    {NULL, NULL, NULL},
};
