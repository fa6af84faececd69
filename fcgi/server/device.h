/* Which browser on which system somebody signed in with, so that they know their devices again: words of ours, "" when
 * unknown. What the browser says of itself is not kept. */
#ifndef SERVER_DEVICE_H
#define SERVER_DEVICE_H

/* User-Agent, or NULL. Chrome, Edge, Firefox, Opera, Safari, Samsung Internet, or "". */
const char *device_browser(const char *user_agent);
/* Android, ChromeOS, iPad, iPhone, Linux, macOS, Windows, or "". */
const char *device_system(const char *user_agent);
#endif
