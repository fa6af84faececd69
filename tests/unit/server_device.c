/* What is said of a browser and its system. */
#include "../../fcgi/server/device.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define WEBKIT "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "

static void test_devices(void **state)
{
    (void)state;
    static const struct {
        const char *sent, *browser, *system;
    } cases[] = {
        {"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox",
         "Linux"},
        {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) " WEBKIT "Safari/537.36", "Chrome", "Windows"},
        {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) " WEBKIT "Safari/537.36 Edg/140.0", "Edge",
         "Windows"},
        {"Mozilla/5.0 (Windows NT 10.0) " WEBKIT "Safari/537.36 OPR/120.0", "Opera", "Windows"},
        {"Mozilla/5.0 (Linux; Android 15; SM-G991B) " WEBKIT
         "SamsungBrowser/28.0 Mobile Safari/537.36",
         "Samsung Internet", "Android"},
        {"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) " WEBKIT "Safari/537.36", "Chrome", "ChromeOS"},
        {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
         "Version/18.0 Safari/605.1.15",
         "Safari", "macOS"},
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 "
         "Safari/604.1",
         "Chrome", "iPhone"},
        {"Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 FxiOS/140.0 "
         "Safari/605.1",
         "Firefox", "iPad"},
        {"curl/8.5.0", "", ""},
        {"", "", ""},
        {NULL, "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(device_browser(cases[i].sent), cases[i].browser);
        assert_string_equal(device_system(cases[i].sent), cases[i].system);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_devices)};
    return cmocka_run_group_tests_name("server_device", tests, NULL, NULL);
}
