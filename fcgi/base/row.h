/* One row of a result, and the values a statement is given: shared by data/, view/, workflow/. */
#ifndef BASE_ROW_H
#define BASE_ROW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum column_type {
    COLUMN_TEXT,
    COLUMN_INTEGER,
    COLUMN_DECIMAL,
    COLUMN_DATE,     /* "2026-11-21" */
    COLUMN_DATETIME, /* "2026-11-21 19:41:00", UTC; fractions dropped */
    COLUMN_BYTES
};
struct column {
    const char *name;
    enum column_type type;
};
struct cell {
    const char *text; /* NULL is SQL NULL; else NUL-terminated */
    size_t length;
};
struct row {
    const struct column *columns;
    const struct cell *cells;
    size_t count;
};
/* Called once a row; the row lives only during the call. Non-zero stops with DATA_ERROR. */
typedef int row_function(void *context, const struct row *row);

/* NULL when there is no such column. */
const struct cell *row_cell(const struct row *row, const char *column);
/* Whether the column is this hash (random.h): HASH_BYTES, compared in the same time whatever they are. */
bool row_holds_hash(const struct row *row, const char *column, const unsigned char *hash);
/* NULL when NULL or no such column */
const char *row_text(const struct row *row, const char *column);
int64_t row_integer(const struct row *row, const char *column);   /* 0 when NULL */
bool row_flag(const struct row *row, const char *column);         /* true when not 0 and not NULL */
struct row *row_copy(struct arena *arena, const struct row *row); /* lives as long as the arena */

/* Rows that outlive their call: begin with {.arena = …} and pass rows_keep as the row_function. */
struct rows {
    struct arena *arena;
    const struct row **rows;
    size_t count, capacity;
    size_t wanted; /* no more than these are kept; 0: all */
};
row_function rows_keep;
/* The first; NULL when there is none. */
const struct row *rows_first(const struct rows *rows);

enum value_type { VALUE_NULL, VALUE_INTEGER, VALUE_TEXT, VALUE_BYTES };
struct value {
    enum value_type type;
    int64_t integer;
    const char *bytes;
    size_t length;
};
struct parameter {
    const char *name;
    struct value value;
};
/* Named parameters of statements; setting a name again replaces its value. */
struct parameters {
    struct arena *arena;
    struct parameter *items;
    size_t count, capacity;
};
/* 0: NULL. */
void parameters_id(struct parameters *parameters, const char *name, int64_t id);
/* Each column of the viewer's rights (sql/rights/viewer.sql) as :viewer_<column>, NULL when 0; NULL: nobody's. */
void parameters_viewer(struct parameters *parameters, const struct row *viewer);
void parameters_null(struct parameters *parameters, const char *name);
void parameters_integer(struct parameters *parameters, const char *name, int64_t integer);
/* NULL → NULL */
void parameters_text(struct parameters *parameters, const char *name, const char *text);
void parameters_bytes(struct parameters *parameters, const char *name, const void *bytes,
                      size_t length);
/* :today and :clock, the day and the second of the wall in Europe/Oslo, and :now, that second in UTC. */
void parameters_moment(struct parameters *parameters);
const struct value *parameters_find(const struct parameters *parameters, const char *name);
#endif
