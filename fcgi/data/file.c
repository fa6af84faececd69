#include "file.h"

#include "../base/heap.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *file_read(const char *path, size_t *length, char *error, size_t error_size)
{
    FILE *file = fopen(path, "re");
    char *text = file ? heap_alloc(FILE_LONGEST + 1) : NULL;
    size_t read = file ? fread(text, 1, FILE_LONGEST + 1, file) : 0;
    const char *why = NULL;
    if (!file || ferror(file))
        why = strerror(errno);
    else if (read > FILE_LONGEST)
        why = "the file is too long";
    if (file)
        fclose(file);
    if (why) {
        snprintf(error, error_size, "%s: %s", path, why);
        free(text);
        return NULL;
    }
    text = heap_grow(text, read + 1, 1);
    text[read] = 0;
    *length = read;
    return text;
}

static bool wanted(const char *folder, const char *name, const char *ending)
{
    if (*name == '.')
        return false;
    size_t length = strlen(name), tail = ending ? strlen(ending) : 0;
    if (ending)
        return length > tail && !strcmp(name + length - tail, ending);
    char path[4096];
    struct stat status;
    int size = snprintf(path, sizeof path, "%s/%s", folder, name);
    return size > 0 && (size_t)size < sizeof path && !stat(path, &status) &&
           S_ISDIR(status.st_mode);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **file_names(const char *folder, const char *ending, size_t *count)
{
    DIR *open = opendir(folder);
    if (!open)
        return NULL;
    char **names = heap_alloc(sizeof *names);
    size_t used = 0;
    const struct dirent *entry;
    while ((entry = readdir(open))) {
        if (!wanted(folder, entry->d_name, ending))
            continue;
        names = heap_grow(names, used + 1, sizeof *names);
        names[used++] = heap_text(entry->d_name);
    }
    closedir(open);
    qsort(names, used, sizeof *names, by_bytes);
    *count = used;
    return names;
}

void file_names_free(char **names, size_t count)
{
    for (size_t i = 0; names && i < count; i++)
        free(names[i]);
    free(names);
}
