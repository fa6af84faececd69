/* Small files, read whole. */
#ifndef DATA_FILE_H
#define DATA_FILE_H
#include <stddef.h>

enum { FILE_LONGEST = 256 << 10 };
/* The file's bytes and a NUL, to be freed. NULL with a sentence in `error` (which may be NULL) when
 * it cannot be read or is longer than FILE_LONGEST. */
char *file_read(const char *path, size_t *length, char *error, size_t error_size);

/* Names in `folder` that end with `ending` and do not begin with a dot, sorted by bytes; `ending`
 * NULL: the folders. *count names, each and the list to be freed with file_names_free. NULL when
 * the folder cannot be read. */
char **file_names(const char *folder, const char *ending, size_t *count);
void file_names_free(char **names, size_t count);
#endif
