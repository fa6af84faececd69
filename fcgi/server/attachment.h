/* The answer of a FILE row: bytes that lie in pieces in the database, sent as a file to be kept, never shown in place. */
#ifndef SERVER_ATTACHMENT_H
#define SERVER_ATTACHMENT_H
#include "visit.h"

/* Reads the row's statements within the open transaction: block `one: file` (columns media, name; no row: DATA_NONE) and block
 * `many: pieces/piece` (column bytes, in order), and makes the response of them. *status 500 when they are larger than an answer may be. */
enum data_result attachment_read(struct visit *visit, int *status);
/* `attachment; filename="…"; filename*=UTF-8''…` (RFC 6266) on the arena: the plain name in ASCII, the other as it is. */
const char *attachment_disposition(struct arena *arena, const char *name);
#endif
