/* The zip that an XLSX is: parts read by name, inflated piece by piece, within limits. */
#ifndef SHEET_PACKAGE_H
#define SHEET_PACKAGE_H
#include "sheet.h"

#include <stdint.h>
#include <zip.h>

struct package {
    zip_t *archive;
    zip_error_t error;
};

/* The bytes must stay while the package is open. Close it whatever the result. Looks at the
 * directory's size before libzip reads it: each of its entries takes memory. */
enum sheet_result package_open(struct package *package, const void *bytes, size_t length);
void package_close(struct package *package);

/* Letters' case does not matter, as in every reader of such files. */
bool package_has(const struct package *package, const char *name);

/* False: the reading ends. */
typedef bool package_feed(void *context, const char *bytes, size_t length);
/* Feeds the part; one that claims too much is refused before it is inflated, one that lies is cut off.
 * SHEET_STOPPED when `feed` ended it. SHEET_DAMAGED also when there is none. */
enum sheet_result package_read(const struct package *package, const char *name, package_feed *feed,
                               void *context);
#endif
