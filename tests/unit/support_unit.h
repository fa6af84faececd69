/* What unit tests share. */
#ifndef TESTS_UNIT_SUPPORT_UNIT_H
#define TESTS_UNIT_SUPPORT_UNIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Runs `function(context)` with standard error caught; its text, to be freed. */
char *caught_log(void (*function)(void *), void *context);
/* Runs `function(context)` in a child; true when it ended by SIGABRT. *log gets what it wrote, to
 * be freed. */
bool aborts(void (*function)(void *), void *context, char **log);
/* A new empty folder under the temporary folder, to be freed; folder_remove removes it with all
 * within. */
char *folder_new(void);
void folder_remove(char *folder);
void file_write(const char *folder, const char *name, const char *text);
#endif
