/* CSV: tables as text. */
#ifndef SHEET_CSV_H
#define SHEET_CSV_H
#include "row.h"

/* Reads the whole; what is wrong stands in the reader. Separator: what a first line `sep=;` says,
 * else the one of tab ; | , that cuts the first row into several cells and most of the following into
 * as many. */
void sheet_csv_read(struct sheet_reader *reader, const void *bytes, size_t length);
#endif
