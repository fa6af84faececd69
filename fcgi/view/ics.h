/* Calendars (RFC 5545): what a stylesheet <page>.ics.xsl needs beyond plain text. It writes one property a line; values of
 * text go through pk:ics(…), which escapes them; folding and line ends are made here of what it wrote. */
#ifndef VIEW_ICS_H
#define VIEW_ICS_H
#include "../base/buffer.h"

enum { ICS_LINE = 75 }; /* octets, at most, before CR LF */

/* Appends `text` as a TEXT value: \ ; , escaped, a line break as \n, other control characters left out. */
void ics_text(struct buffer *out, const char *text);
/* Appends lines ended by LF as content lines ended by CR LF, the long ones folded, no UTF-8 character cut. Empty lines
 * are left out, so that a stylesheet may break its own lines freely. */
void ics_fold(struct buffer *out, const char *lines);
/* Registers pk:ics with libxslt: once a process. */
void ics_start(void);
#endif
