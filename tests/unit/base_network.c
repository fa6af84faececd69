/* Networks as people write them: how they are kept, and which addresses are in them. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/network.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static int start(void **state)
{
    (void)state;
    arena = arena_new((size_t)1 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const char *clean(const char *text)
{
    const char *culprit;
    return networks_clean(arena, text, &culprit);
}

static void test_kept(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {" \n\t, ", ""},
        {"192.0.2.7", "192.0.2.7"},
        {"192.0.2.7/32", "192.0.2.7"},
        {"192.0.2.7/24", "192.0.2.0/24"},
        {"10.255.255.255/9", "10.128.0.0/9"},
        {"0.0.0.0/0", "0.0.0.0/0"},
        {"2001:DB8:0::1/32", "2001:db8::/32"},
        {"::1", "::1"},
        {"::/0", "::/0"},
        {"::ffff:192.0.2.7", "192.0.2.7"},
        {"::ffff:192.0.2.0/120", "192.0.2.0/24"},
        {"192.0.2.1/24\r\n 192.0.2.2/24, ::1\t192.0.2.0/25", NULL},
        {"192.0.2.1/24\n 192.0.2.2/24, ::1\t192.0.2.0/25", "192.0.2.0/24 ::1 192.0.2.0/25"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (cases[i][1])
            assert_string_equal(clean(cases[i][0]), cases[i][1]);
        else
            assert_null(clean(cases[i][0]));
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"x",
                                      "192.0.2",
                                      "192.0.2.256",
                                      "192.0.2.1/33",
                                      "192.0.2.1/-1",
                                      "192.0.2.1/",
                                      "/24",
                                      "192.0.2.1/24/24",
                                      "192.0.2.01",
                                      "2001:db8::/129",
                                      "2001:db8:::1",
                                      "fe80::1%eth0",
                                      "host.example",
                                      "192.0.2.1/024"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *culprit = NULL;
        const char *text = arena_printf(arena, "::1 %s 192.0.2.1", bad[i]);
        if (networks_clean(arena, text, &culprit))
            fail_msg("%s was taken", bad[i]);
        assert_string_equal(culprit, bad[i]);
    }
    char longest[400];
    memset(longest, '1', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_null(clean(longest));
}

static void test_holds(void **state)
{
    (void)state;
    const char *networks = clean("192.0.2.0/24 198.51.100.7 10.128.0.0/9 2001:db8::/33");
    static const char *const in[] = {"192.0.2.0",       "192.0.2.255", "198.51.100.7",
                                     "10.255.0.1",      "10.128.0.0",  "::ffff:192.0.2.9",
                                     "2001:db8:7fff::1"};
    static const char *const out[] = {"192.0.3.0",
                                      "192.0.1.255",
                                      "198.51.100.8",
                                      "10.127.255.255",
                                      "2001:db8:8000::",
                                      "::192.0.2.1",
                                      "",
                                      "unix:",
                                      "192.0.2.1/24",
                                      "192.0.2.1 "};
    for (size_t i = 0; i < sizeof in / sizeof *in; i++)
        if (!networks_hold(networks, in[i]))
            fail_msg("%s is in none", in[i]);
    for (size_t i = 0; i < sizeof out / sizeof *out; i++)
        if (networks_hold(networks, out[i]))
            fail_msg("%s is in one", out[i]);
    assert_false(networks_hold("", "192.0.2.1"));
    assert_true(networks_hold("0.0.0.0/0", "203.0.113.1"));
    assert_false(networks_hold("0.0.0.0/0", "2001:db8::1"));
    assert_true(networks_hold("::/0", "203.0.113.1")); /* IPv4 lies within IPv6 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kept), cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_holds)};
    return cmocka_run_group_tests(tests, start, stop);
}
