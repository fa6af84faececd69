/* random, password, identity, address_key. */
#include "../../fcgi/base/address_key.h"
#include "../../fcgi/base/identity.h"
#include "../../fcgi/base/password.h"
#include "../../fcgi/base/random.h"
#include "../../fcgi/base/time.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static char *folder;

static void random_bytes_differ_and_spread(void **state)
{
    (void)state;
    unsigned char one[32] = {0}, two[32] = {0};
    random_bytes(one, sizeof one);
    random_bytes(two, sizeof two);
    assert_memory_not_equal(one, two, sizeof one);
    char hex[33];
    random_hex(hex, 16);
    assert_int_equal(strspn(hex, "0123456789abcdef"), 32);
    assert_int_equal(strlen(hex), 32);
    int seen[5] = {0};
    for (int i = 0; i < 5000; i++) {
        uint32_t number = random_below(5);
        assert_in_range(number, 0, 4);
        seen[number]++;
    }
    for (int i = 0; i < 5; i++)
        assert_in_range(seen[i], 800, 1200);
}

static void hashes_are_keyed(void **state)
{
    (void)state;
    unsigned char key[32] = {1}, plain[HASH_BYTES], again[HASH_BYTES], keyed[HASH_BYTES];
    hash_bytes(plain, "praksis", 7, NULL);
    hash_bytes(again, "praksis", 7, NULL);
    hash_bytes(keyed, "praksis", 7, key);
    assert_true(hash_equal(plain, again, HASH_BYTES));
    assert_false(hash_equal(plain, keyed, HASH_BYTES));
    hash_bytes(again, "praksiS", 7, NULL);
    assert_false(hash_equal(plain, again, HASH_BYTES));
}

static void passwords_are_salted_and_verified(void **state)
{
    (void)state;
    char one[PASSWORD_HASH], two[PASSWORD_HASH];
    assert_true(password_hash(one, "Å så hemmelig"));
    assert_true(password_hash(two, "Å så hemmelig"));
    assert_memory_equal(one, "$argon2id$", 10);
    assert_string_not_equal(one, two);
    assert_true(password_verify(one, "Å så hemmelig"));
    assert_true(password_verify(two, "Å så hemmelig"));
    assert_false(password_verify(one, "Å så hemmelig "));
    assert_false(password_verify(one, ""));
    assert_false(password_verify("", "Å så hemmelig"));
    assert_false(password_verify(NULL, "Å så hemmelig"));
}

static int64_t fastest(const char *hash)
{
    int64_t best = INT64_MAX;
    for (int i = 0; i < 7; i++) {
        int64_t started = time_monotonic_us();
        password_verify(hash, "wrong");
        int64_t used = time_monotonic_us() - started;
        best = used < best ? used : best;
    }
    return best;
}

static void unknown_users_take_the_same_time(void **state)
{
    (void)state;
    char hash[PASSWORD_HASH];
    assert_true(password_hash(hash, "right"));
    int64_t known = fastest(hash), unknown = fastest(NULL);
    assert_in_range(unknown, known / 2, known * 2);
}

static bool open_key(const char *text, mode_t mode)
{
    char path[4096];
    file_write(folder, "key", text);
    snprintf(path, sizeof path, "%s/key", folder);
    assert_int_equal(chmod(path, mode), 0);
    return identity_open_key(path);
}

#define KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static void keys_are_read_with_care(void **state)
{
    (void)state;
    assert_false(identity_open_key("/nowhere/key"));
    assert_false(open_key("", 0600));
    assert_false(open_key("0001", 0600));
    assert_false(open_key("zz" KEY, 0600));
    assert_false(open_key(KEY KEY, 0600));
    assert_false(open_key(KEY, 0604));
    assert_true(open_key(KEY, 0640));
    assert_true(open_key(KEY "\n", 0600));
}

static void identity_numbers_are_sealed(void **state)
{
    (void)state;
    static const char number[] = "21890112345";
    assert_true(open_key(KEY, 0600));
    unsigned char one[IDENTITY_SEALED], two[IDENTITY_SEALED];
    char back[64] = "";
    size_t length = identity_seal(one, number);
    assert_in_range(length, sizeof number, IDENTITY_SEALED);
    assert_int_equal(identity_seal(two, number), length);
    assert_memory_not_equal(one, two, length); /* a nonce of its own each time */
    assert_null(memmem(one, length, number, 6));
    assert_true(identity_unseal(back, one, length));
    assert_string_equal(back, number);
    for (size_t i = 0; i < length; i++) {
        one[i] ^= 1;
        assert_false(identity_unseal(back, one, length));
        one[i] ^= 1;
    }
    assert_false(identity_unseal(back, one, length - 1));
    assert_false(identity_unseal(back, one, 0));
    assert_int_equal(identity_seal(two, "12345678901234567890123456789012345678901"), 0);
}

static void indexes_find_without_telling(void **state)
{
    (void)state;
    unsigned char one[IDENTITY_INDEX], two[IDENTITY_INDEX], derived[32];
    assert_true(open_key(KEY, 0600));
    identity_index(one, "21890112345");
    identity_index(two, "21890112345");
    assert_memory_equal(one, two, IDENTITY_INDEX);
    identity_index(two, "21890112346");
    assert_memory_not_equal(one, two, IDENTITY_INDEX);
    identity_derive(derived, "forms");
    identity_derive(two, "index");
    assert_memory_not_equal(derived, two, 32);
    unsigned char sealed[IDENTITY_SEALED];
    size_t length = identity_seal(sealed, "21890112345");
    char other[] = KEY;
    other[0] = 'f';
    assert_true(open_key(other, 0600));
    char back[64];
    assert_false(identity_unseal(back, sealed, length));
    identity_index(two, "21890112345");
    assert_memory_not_equal(one, two, IDENTITY_INDEX);
}

static void address_keys_are_good_for_one_thing(void **state)
{
    (void)state;
    char key[ADDRESS_KEY_TEXT], other[ADDRESS_KEY_TEXT];
    assert_true(open_key(KEY, 0600));
    address_key(key, "invitation", 17, "salt");
    assert_int_equal(strlen(key), 3 + 43);
    assert_int_equal(address_key_id(key), 17);
    assert_true(address_key_good(key, "invitation", 17, "salt"));
    address_key(other, "invitation", 17, "salt");
    assert_string_equal(key, other);
    assert_false(address_key_good(key, "password", 17, "salt"));
    assert_false(address_key_good(key, "invitation", 18, "salt"));
    assert_false(address_key_good(key, "invitation", 17, "salts"));
    assert_false(address_key_good(key, "invitatio", 17, "nsalt"));
    assert_false(address_key_good(key, "invitation", 17, NULL));
    assert_false(address_key_good(NULL, "invitation", 17, "salt"));
    for (size_t i = 0; i < strlen(key); i++) {
        memcpy(other, key, sizeof key);
        other[i] = other[i] == 'A' ? 'B' : 'A';
        assert_false(address_key_good(other, "invitation", 17, "salt"));
    }
    address_key(other, "invitation", INT64_MAX, "");
    assert_true(address_key_good(other, "invitation", INT64_MAX, ""));
    char changed[] = KEY;
    changed[0] = 'f';
    assert_true(open_key(changed, 0600));
    assert_false(address_key_good(key, "invitation", 17, "salt"));
}

static void what_is_no_address_key_names_nothing(void **state)
{
    (void)state;
#define CODE "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-"
    static const char *const bad[] = {
        "",
        "17",
        "-" CODE,
        "0-" CODE,
        "017-" CODE,
        "+1-" CODE,
        "17-" CODE "A",
        "17-A",
        "17" CODE,
        "17-=" CODE,
        "99999999999999999999-" CODE,
        "9223372036854775808-" CODE,
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(address_key_id(bad[i]), 0);
    assert_int_equal(address_key_id(NULL), 0);
    assert_int_equal(address_key_id("17-" CODE), 17);
}

static int set_up(void **state)
{
    (void)state;
    random_start();
    folder = folder_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_bytes_differ_and_spread),
        cmocka_unit_test(hashes_are_keyed),
        cmocka_unit_test(passwords_are_salted_and_verified),
        cmocka_unit_test(unknown_users_take_the_same_time),
        cmocka_unit_test(keys_are_read_with_care),
        cmocka_unit_test(identity_numbers_are_sealed),
        cmocka_unit_test(indexes_find_without_telling),
        cmocka_unit_test(address_keys_are_good_for_one_thing),
        cmocka_unit_test(what_is_no_address_key_names_nothing),
    };
    return cmocka_run_group_tests_name("base_secrets", tests, set_up, tear_down);
}
