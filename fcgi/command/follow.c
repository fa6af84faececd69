/* praktikum follow: keeps a folder with every entry of a partner's event feed, one file each.
 *
 * A file is written beside its place and put there whole, and entries are written in their order: whenever the program ends, the folder
 * holds the feed's beginning up to some entry, and the next one goes on from there. `state` says how far it was when a page was done,
 * for who takes the files away. */
#include "../base/arena.h"
#include "../base/heap.h"
#include "../base/text.h"
#include "../view/atom.h"
#include "../view/document.h"
#include "command.h"
#include "follow_fetch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { KEY_SIZE = 200, STATE_SIZE = 4000, EVERY_SECONDS = 10, PAUSE_SECONDS = 60, AGAIN_MOST = 20 };
static const size_t page_limit = (size_t)8 << 20, arena_reserve = (size_t)256 << 20;

struct options {
    const char *address, *key_file, *folder;
    int64_t every;
    bool once;
};

struct follower {
    const char *address;
    int folder;
    struct fetch *fetch;
    struct arena *arena;
    struct buffer body;
    char *tag;         /* of the newest page when all of it was here */
    char *feed, *done; /* the feed's id; the last archive of which all is here; "" when not known */
    int64_t number;    /* of the last entry that is here */
    char said[600];
};

static enum fetch_result refuse(struct follower *follower, const char *what, const char *which)
{
    snprintf(follower->said, sizeof follower->said, "%s: %s", which, what);
    return FETCH_REFUSED;
}

static void set(char **text, const char *to)
{
    char *copy = heap_text(to);
    free(*text);
    *text = copy;
}

/* ---- the folder ---- */

static bool write_bytes(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t some = write(file, bytes, length);
        if (some < 0 && errno != EINTR)
            return false;
        bytes += some > 0 ? some : 0;
        length -= some > 0 ? (size_t)some : 0;
    }
    return true;
}

/* Whole at its place, or not there. */
static bool put(const struct follower *follower, const char *name, const char *bytes, size_t length)
{
    int file = openat(follower->folder, "new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool good = file >= 0 && write_bytes(file, bytes, length) && fsync(file) == 0;
    if (file >= 0)
        good = close(file) == 0 && good;
    return good && renameat(follower->folder, "new", follower->folder, name) == 0;
}

static bool put_state(const struct follower *follower)
{
    char text[STATE_SIZE];
    int length = snprintf(text, sizeof text, "feed %s\ndone %s\nnumber %" PRId64 "\n",
                          follower->feed, follower->done, follower->number);
    return length < (int)sizeof text && put(follower, "state", text, (size_t)length) &&
           fsync(follower->folder) == 0;
}

/* The number an entry's file begins with; 0 for any other file. */
static int64_t file_number(const char *name)
{
    char digits[24];
    int64_t number = 0;
    size_t length = strspn(name, "0123456789");
    if (length < 10 || length >= sizeof digits || name[length] != '-')
        return 0;
    memcpy(digits, name, length);
    digits[length] = '\0';
    return text_integer(digits + strspn(digits, "0"), 1, INT64_MAX, &number) ? number : 0;
}

static void read_state(struct follower *follower)
{
    char text[STATE_SIZE] = "", *save = NULL;
    int file = openat(follower->folder, "state", O_RDONLY | O_CLOEXEC);
    ssize_t length = file >= 0 ? read(file, text, sizeof text - 1) : 0;
    if (file >= 0)
        close(file);
    text[length > 0 ? length : 0] = '\0';
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        if (strncmp(line, "feed ", 5) == 0)
            set(&follower->feed, line + 5);
        else if (strncmp(line, "done ", 5) == 0)
            set(&follower->done, line + 5);
        else if (strncmp(line, "number ", 7) == 0)
            text_integer(line + 7, 0, INT64_MAX, &follower->number);
    }
}

/* How far it is: what `state` says, or farther, when it ended in the middle of a page. */
static bool find_place(struct follower *follower)
{
    int again = openat(follower->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = again >= 0 ? fdopendir(again) : NULL;
    read_state(follower);
    for (struct dirent *file; folder && (file = readdir(folder));)
        if (file_number(file->d_name) > follower->number)
            follower->number = file_number(file->d_name);
    if (folder)
        closedir(folder);
    return folder != NULL;
}

static bool open_folder(struct follower *follower, const char *path)
{
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        return false;
    follower->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (follower->folder < 0 || flock(follower->folder, LOCK_EX | LOCK_NB) != 0)
        return false;
    return find_place(follower);
}

/* ---- the feed ---- */

/* What came from an address; NULL when it is no page of this feed: *result says so then. */
static const struct atom_page *read_page(struct follower *follower, const char *address,
                                         enum fetch_result *result)
{
    char wrong[400];
    arena_reset(follower->arena);
    const struct atom_page *page = atom_read(follower->arena, follower->body.bytes,
                                             follower->body.length, wrong, sizeof wrong);
    if (!page)
        *result = refuse(follower, wrong, address);
    else if (*follower->feed && strcmp(page->id, follower->feed) != 0)
        *result = refuse(follower, "the folder holds another feed", address);
    return *result == FETCH_OK ? page : NULL;
}

/* The page at an address; NULL when it is not to be had: *result says what then. */
static const struct atom_page *get(struct follower *follower, const char *address, const char *tag,
                                   enum fetch_result *result)
{
    *result = fetch_get(follower->fetch, address, tag, &follower->body);
    snprintf(follower->said, sizeof follower->said, "%.300s: %.250s", address,
             fetch_said(follower->fetch));
    return *result == FETCH_OK ? read_page(follower, address, result) : NULL;
}

static bool put_entry(const struct follower *follower, const struct atom_entry *entry)
{
    static const char urn[] = "urn:uuid:";
    char name[80];
    const char *uuid = entry->id + sizeof urn - 1;
    if (strncmp(entry->id, urn, sizeof urn - 1) != 0 || strlen(uuid) != 36 ||
        strspn(uuid, "0123456789abcdef-") != 36) {
        errno = EINVAL;
        return false;
    }
    snprintf(name, sizeof name, "%010" PRId64 "-%s.xml", entry->number, uuid);
    return put(follower, name, entry->bytes, entry->length);
}

/* What is new of a page, and that it was seen. */
static enum fetch_result take(struct follower *follower, const struct atom_page *page,
                              const char *address)
{
    for (size_t i = 0; i < page->count; i++) {
        if (page->entries[i].number <= follower->number)
            continue;
        if (!put_entry(follower, &page->entries[i]))
            return refuse(follower, strerror(errno), "an entry cannot be kept");
        follower->number = page->entries[i].number;
    }
    set(&follower->feed, page->id);
    if (page->archive)
        set(&follower->done, address);
    return put_state(follower) ? FETCH_OK : refuse(follower, strerror(errno), "state");
}

/* Whether nothing lies between what is here and this page. */
static bool follows(const struct follower *follower, const struct atom_page *page)
{
    return !page->previous || strcmp(page->previous, follower->done) == 0 ||
           (page->count > 0 && page->entries[0].number <= follower->number + 1);
}

/* The archives on the way, from the newest back: each is asked for once, and lies in a file without a name until those before it are
 * in the folder. */
struct way {
    struct step {
        char *address;
        off_t begins;
        size_t length;
    } * steps;
    size_t count;
    int file;
};

static void add(struct way *way, const char *address)
{
    way->steps = heap_grow(way->steps, way->count + 1, sizeof *way->steps);
    way->steps[way->count++] = (struct step){.address = heap_text(address)};
}

static void forget(struct way *way)
{
    while (way->count > 0)
        free(way->steps[--way->count].address);
    free(way->steps);
    if (way->file >= 0)
        close(way->file);
}

/* The page that came is the last step's. */
static bool lay_down(const struct follower *follower, struct way *way)
{
    if (way->file < 0) {
        way->file = openat(follower->folder, "way", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (way->file < 0 || unlinkat(follower->folder, "way", 0) != 0)
            return false;
    }
    struct step *step = &way->steps[way->count - 1];
    step->begins = lseek(way->file, 0, SEEK_END);
    step->length = follower->body.length;
    return step->begins >= 0 && write_bytes(way->file, follower->body.bytes, step->length);
}

/* The page of a step that was laid down. */
static const struct atom_page *take_up(struct follower *follower, const struct way *way,
                                       const struct step *step, enum fetch_result *result)
{
    char bytes[8192];
    buffer_clear(&follower->body);
    for (size_t have = 0; have < step->length;) {
        size_t wanted = step->length - have < sizeof bytes ? step->length - have : sizeof bytes;
        ssize_t some = pread(way->file, bytes, wanted, step->begins + (off_t)have);
        if (some <= 0) {
            *result = refuse(follower, "what was kept of it is gone", step->address);
            return NULL;
        }
        buffer_add(&follower->body, bytes, (size_t)some);
        have += (size_t)some;
    }
    return read_page(follower, step->address, result);
}

static void wait_seconds(long seconds)
{
    struct timespec time = {.tv_sec = seconds};
    while (nanosleep(&time, &time) != 0 && errno == EINTR)
        ;
}

/* An archive on the way, asked for again as often as it is told to wait: whoever began anew at the newest page each time would ask too
 * often once more before the first page is found, and never come to it. */
static const struct atom_page *get_archive(struct follower *follower, const char *address,
                                           enum fetch_result *result)
{
    const struct atom_page *page = get(follower, address, NULL, result);
    for (int again = 0; *result == FETCH_LATER && again < AGAIN_MOST; again++) {
        long pause = fetch_pause(follower->fetch);
        if (pause <= 0 || pause > PAUSE_SECONDS)
            break;
        wait_seconds(pause);
        page = get(follower, address, NULL, result);
    }
    return page;
}

static bool stands_in(const struct way *way, const char *address)
{
    for (size_t i = 0; i < way->count; i++)
        if (strcmp(way->steps[i].address, address) == 0)
            return true;
    return false;
}

/* The archives between what is here and `page`, oldest first into the folder. */
static enum fetch_result go_back(struct follower *follower, const struct atom_page *page)
{
    struct way way = {.file = -1};
    enum fetch_result result = FETCH_OK;
    int64_t before = INT64_MAX;
    while (page && !follows(follower, page)) {
        if ((page->count > 0 && page->entries[page->count - 1].number >= before) ||
            stands_in(&way, page->previous)) {
            result = refuse(follower, "prev-archive does not lead back", page->previous);
            break;
        }
        before = page->count > 0 ? page->entries[0].number : before;
        add(&way, page->previous);
        page = get_archive(follower, way.steps[way.count - 1].address, &result);
        if (page && !lay_down(follower, &way)) {
            result = refuse(follower, strerror(errno), "an archive cannot be kept");
            break;
        }
    }
    for (size_t i = way.count; result == FETCH_OK && i > 0; i--) {
        page = take_up(follower, &way, &way.steps[i - 1], &result);
        if (page)
            result = take(follower, page, way.steps[i - 1].address);
    }
    forget(&way);
    return result;
}

/* Until the newest page is here. What comes while archives are read is found by looking at the newest one again. */
static enum fetch_result catch_up(struct follower *follower)
{
    enum fetch_result result;
    for (;;) {
        int64_t number = follower->number;
        const struct atom_page *page = get(follower, follower->address, follower->tag, &result);
        if (!page)
            return result;
        if (follows(follower, page)) {
            char *tag = heap_text(fetch_tag(follower->fetch));
            result = take(follower, page, follower->address);
            set(&follower->tag, result == FETCH_OK ? tag : "");
            free(tag);
            return result;
        }
        char *done = heap_text(follower->done);
        result = go_back(follower, page);
        bool on = number != follower->number || strcmp(done, follower->done) != 0;
        free(done);
        if (result != FETCH_OK || !on)
            return result == FETCH_OK ? refuse(follower, "the feed has a gap", follower->address)
                                      : result;
    }
}

static int follow(struct follower *follower, const struct options *options)
{
    long pause = (long)options->every;
    for (;;) {
        int64_t number = follower->number;
        enum fetch_result result = catch_up(follower);
        bool good = result == FETCH_OK || result == FETCH_SAME;
        if (follower->number != number)
            printf("%" PRId64 "\n", follower->number);
        fflush(stdout);
        if (!good)
            fprintf(stderr, "praktikum follow: %s\n", follower->said);
        if (options->once || result == FETCH_REFUSED)
            return good ? EXIT_SUCCESS : EXIT_FAILURE;
        pause = good ? (long)options->every : pause < PAUSE_SECONDS / 2 ? 2 * pause : PAUSE_SECONDS;
        wait_seconds(fetch_pause(follower->fetch) > 0 ? fetch_pause(follower->fetch) : pause);
    }
}

/* ---- the command ---- */

/* Its first line. It opens a feed: nobody else may read it. */
static bool read_key(const char *path, char key[KEY_SIZE])
{
    struct stat facts;
    FILE *file = fopen(path, "re");
    bool good = file && fstat(fileno(file), &facts) == 0 && (facts.st_mode & S_IRWXO) == 0 &&
                fgets(key, KEY_SIZE, file);
    if (file)
        fclose(file);
    if (good)
        key[strcspn(key, " \t\r\n")] = '\0';
    return good && *key;
}

static bool read_options(struct options *options, int argc, char **argv)
{
    *options = (struct options){.every = EVERY_SECONDS};
    for (int i = 1; i < argc; i++) {
        bool more = i + 1 < argc;
        if (strcmp(argv[i], "--once") == 0)
            options->once = true;
        else if (strcmp(argv[i], "--key-file") == 0 && more)
            options->key_file = argv[++i];
        else if (strcmp(argv[i], "--folder") == 0 && more)
            options->folder = argv[++i];
        else if (strcmp(argv[i], "--every") == 0 && more) {
            if (!text_integer(argv[++i], 1, PAUSE_SECONDS, &options->every))
                return false;
        } else if (*argv[i] != '-' && !options->address)
            options->address = argv[i];
        else
            return false;
    }
    return options->address && options->key_file && options->folder;
}

static int run(struct follower *follower, const struct options *options)
{
    char key[KEY_SIZE], error[600];
    if (!read_key(options->key_file, key)) {
        fprintf(stderr, "praktikum follow: %s: no key that only its owner and group may read\n",
                options->key_file);
        return EXIT_FAILURE;
    }
    follower->fetch = fetch_new(options->address, key, error, sizeof error);
    if (!follower->fetch) {
        fprintf(stderr, "praktikum follow: %s\n", error);
        return EXIT_FAILURE;
    }
    if (!open_folder(follower, options->folder)) {
        fprintf(stderr, "praktikum follow: %s: %s\n", options->folder,
                errno == EWOULDBLOCK ? "another one follows into it" : strerror(errno));
        return EXIT_FAILURE;
    }
    return follow(follower, options);
}

int command_follow(int argc, char **argv)
{
    struct options options;
    struct follower follower = {.folder = -1};
    if (!read_options(&options, argc, argv)) {
        fputs("praktikum follow URL --key-file FILE --folder FOLDER [--every SECONDS] [--once]\n",
              stderr);
        return EXIT_FAILURE;
    }
    view_start();
    follower.address = options.address;
    follower.arena = arena_new(arena_reserve);
    buffer_init(&follower.body, page_limit);
    set(&follower.tag, "");
    set(&follower.feed, "");
    set(&follower.done, "");
    int status = run(&follower, &options);
    if (follower.folder >= 0)
        close(follower.folder);
    fetch_free(follower.fetch);
    buffer_free(&follower.body);
    arena_free(follower.arena);
    free(follower.tag);
    free(follower.feed);
    free(follower.done);
    return status;
}
