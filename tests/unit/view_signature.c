/* XML signatures: with an RSA and an elliptic curve's key, over and over without growing; what was changed does not verify; keys and
 * certificates that are no good are refused in words. Other programs verify the program's files in tests/http/test_transcripts.py. */
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/signature.h"
#include "support_unit.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <xmlsec/crypto.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

static char *folder, error[400];
static const char document[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<elmo xmlns=\"urn:x\"><a>Åse &amp; Elle</a><b c=\"ŋ\"/></elmo>";

static const char *path(const char *name)
{
    static char paths[4][400];
    static int next;
    char *made = paths[next++ % 4];
    snprintf(made, sizeof paths[0], "%s/%s", folder, name);
    return made;
}

static void write_pair(const char *name, EVP_PKEY *key, long days)
{
    char file[80];
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -86400);
    X509_gmtime_adj(X509_getm_notAfter(certificate), days * 86400);
    X509_set_pubkey(certificate, key);
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const unsigned char *)name, -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    const EVP_MD *digest = EVP_PKEY_base_id(key) == EVP_PKEY_ED25519 ? NULL : EVP_sha256();
    assert_true(X509_sign(certificate, key, digest) > 0);
    snprintf(file, sizeof file, "%s.key", name);
    FILE *out = fopen(path(file), "we");
    assert_int_equal(PEM_write_PrivateKey(out, key, NULL, NULL, 0, NULL, NULL), 1);
    fclose(out);
    snprintf(file, sizeof file, "%s.crt", name);
    out = fopen(path(file), "we");
    assert_int_equal(PEM_write_X509(out, certificate), 1);
    fclose(out);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

static int set_up(void **state)
{
    (void)state;
    view_start();
    folder = folder_new();
    write_pair("rsa", EVP_RSA_gen(2048), 300);
    write_pair("short", EVP_RSA_gen(1024), 300);
    write_pair("curve", EVP_EC_gen("P-256"), 300);
    write_pair("edwards", EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"), 300);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

static bool verifies(const struct buffer *xml)
{
    xmlDocPtr read = xmlReadMemory(xml->bytes, (int)xml->length, NULL, NULL, XML_PARSE_NONET);
    assert_non_null(read);
    xmlNodePtr found =
        xmlSecFindNode(xmlDocGetRootElement(read), xmlSecNodeSignature, xmlSecDSigNs);
    assert_non_null(found);
    xmlSecKeysMngrPtr keys = xmlSecKeysMngrCreate();
    assert_int_equal(xmlSecCryptoAppDefaultKeysMngrInit(keys), 0);
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(keys);
    context->keyInfoReadCtx.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
    bool good =
        xmlSecDSigCtxVerify(context, found) == 0 && context->status == xmlSecDSigStatusSucceeded;
    xmlSecDSigCtxDestroy(context);
    xmlSecKeysMngrDestroy(keys);
    xmlFreeDoc(read);
    return good;
}

static struct signature *load(const char *key, const char *certificate)
{
    error[0] = '\0';
    return signature_load(path(key), path(certificate), error, sizeof error);
}

static void sign_and_verify(const char *key, const char *certificate, const char *method)
{
    struct buffer xml;
    struct signature *signature = load(key, certificate);
    assert_non_null(signature);
    buffer_init(&xml, 1 << 20);
    buffer_text(&xml, document);
    assert_true(signature_add(signature, &xml));
    assert_non_null(strstr(xml.bytes, "<a>Åse &amp; Elle</a><b c=\"ŋ\"/>"));
    assert_non_null(strstr(xml.bytes, method));
    assert_non_null(strstr(xml.bytes, "Reference URI=\"\""));
    assert_non_null(strstr(xml.bytes, "<ds:X509Certificate>"));
    assert_null(strstr(xml.bytes, "PRIVATE"));
    assert_true(verifies(&xml));
    char *letter = strstr(xml.bytes, "Elle");
    *letter = 'A';
    assert_false(verifies(&xml));
    buffer_free(&xml);
    signature_free(signature);
}

static void both_kinds_of_keys_sign(void **state)
{
    (void)state;
    sign_and_verify("rsa.key", "rsa.crt", "xmldsig-more#rsa-sha256");
    sign_and_verify("curve.key", "curve.crt", "xmldsig-more#ecdsa-sha256");
}

/* Leaks are found by the sanitizer when the program ends. */
static void many_are_signed_by_one_key(void **state)
{
    struct buffer xml;
    (void)state;
    struct signature *signature = load("rsa.key", "rsa.crt");
    buffer_init(&xml, 1 << 20);
    for (int i = 0; i < 50; i++) {
        buffer_clear(&xml);
        buffer_text(&xml, document);
        assert_true(signature_add(signature, &xml));
    }
    assert_true(verifies(&xml));
    buffer_free(&xml);
    signature_free(signature);
}

static void what_is_no_xml_is_not_signed(void **state)
{
    static const char *const bad[] = {"", "no xml", "<a><b></a>",
                                      "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"};
    struct buffer xml;
    (void)state;
    struct signature *signature = load("curve.key", "curve.crt");
    buffer_init(&xml, 1 << 20);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        buffer_clear(&xml);
        buffer_text(&xml, bad[i]);
        assert_false(signature_add(signature, &xml));
    }
    buffer_free(&xml);
    signature_free(signature);
}

static void refused(const char *key, const char *certificate, const char *why)
{
    assert_null(load(key, certificate));
    if (!strstr(error, why))
        fail_msg("%s, wanted %s", error, why);
}

static void keys_that_are_no_good_are_refused(void **state)
{
    (void)state;
    refused("none.key", "rsa.crt", "elmo_key: no private key");
    refused("rsa.crt", "rsa.crt", "elmo_key: no private key");
    refused("rsa.key", "none.crt", "elmo_certificate: no certificate");
    refused("rsa.key", "rsa.key", "elmo_certificate: no certificate");
    refused("rsa.key", "curve.crt", "not of elmo_key");
    refused("short.key", "short.crt", "2048 bits");
    refused("edwards.key", "edwards.crt", "elliptic curve");
}

static void its_last_day_is_known(void **state)
{
    struct signature *signature = load("rsa.key", "rsa.crt");
    time_t days = (signature_expires(signature) - time(NULL) + 43200) / 86400;
    (void)state;
    assert_int_equal(days, 300);
    signature_free(signature);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_kinds_of_keys_sign),
        cmocka_unit_test(many_are_signed_by_one_key),
        cmocka_unit_test(what_is_no_xml_is_not_signed),
        cmocka_unit_test(keys_that_are_no_good_are_refused),
        cmocka_unit_test(its_last_day_is_known),
    };
    return cmocka_run_group_tests_name("view_signature", tests, set_up, tear_down);
}
