/* Which function does which kind of job. */
#include "allocate.h"
#include "hand_in.h"
#include "import.h"
#include "print.h"
#include "transfer.h"
#include "work.h"

const struct work_kind work_kinds[] = {
    {"allocate", allocate_run, NULL},
    {"hand_in", hand_in_run, hand_in_failed},
    {"import_check", import_check, import_failed},
    {"import_apply", import_apply, import_failed},
    {"import_undo", import_undo, import_failed},
    {"print", print_run, NULL},
    {"transfer", transfer_run, NULL},
    {NULL, NULL, NULL},
};
