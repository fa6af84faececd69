/* One structured line an event, on standard error: `at=… level=… what=… key=value …`. Values are
 * quoted when needed; control characters never pass. Nothing personal belongs here. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };
void log_threshold(enum log_level level);
/* Pairs of const char *key, const char *value; ends with NULL. One write, at most 4096 bytes. */
void log_line(enum log_level level, const char *what, ...) __attribute__((sentinel));
#endif
