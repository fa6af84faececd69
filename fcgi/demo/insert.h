/* Rows written many at a time. Values are given in the order of the columns; a failure is remembered
 * and everything after it does nothing. */
#ifndef DEMO_INSERT_H
#define DEMO_INSERT_H
#include "../base/buffer.h"
#include "../data/connection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct insert {
    struct connection *connection;
    const char *table, *columns;
    struct buffer sql;
    bool in_row, failed;
    int64_t rows; /* written or waiting */
};

void insert_start(struct insert *insert, struct connection *connection, const char *table,
                  const char *columns);
void insert_integer(struct insert *insert, int64_t integer);
void insert_id(struct insert *insert, int64_t id);         /* 0 is NULL */
void insert_text(struct insert *insert, const char *text); /* NULL is NULL */
void insert_bytes(struct insert *insert, const unsigned char *bytes,
                  size_t length);                         /* 0 bytes: NULL */
void insert_day(struct insert *insert, int64_t day);      /* days since 1970; 0 is NULL */
void insert_time(struct insert *insert, int64_t seconds); /* since 1970, UTC; 0 is NULL */
void insert_row_end(struct insert *insert);
/* Writes what waits. False when anything failed. */
bool insert_finish(struct insert *insert);
#endif
