#include "signature.h"

#include "../base/heap.h"
#include "../base/log.h"
#include "xml.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

enum { RSA_BITS = 2048, WORDS = 400 };

struct signature {
    xmlSecKeyPtr key; /* with its certificate */
    bool elliptic;
    time_t expires;
};

static char words[WORDS]; /* the first thing that the library complained of */

static void note(const char *file, int line, const char *function, const char *object,
                 const char *subject, int reason, const char *message)
{
    (void)file;
    (void)line;
    (void)object;
    if (!*words)
        snprintf(words, sizeof words, "%s %s %d %s", function ? function : "",
                 subject ? subject : "", reason, message ? message : "");
}

static bool start(void)
{
    static bool started;
    if (started)
        return true;
    xmlSecErrorsSetCallback(note);
    started = xmlSecInit() == 0 && xmlSecCryptoAppInit(NULL) == 0 && xmlSecCryptoInit() == 0;
    return started;
}

static X509 *read_certificate(const char *path)
{
    FILE *file = fopen(path, "re");
    X509 *certificate = file ? PEM_read_X509(file, NULL, NULL, NULL) : NULL;
    if (file)
        fclose(file);
    return certificate;
}

/* A key with a passphrase is refused, not asked for on the terminal. */
static int no_passphrase(char *text, int size, int writing, void *context)
{
    (void)text;
    (void)size;
    (void)writing;
    (void)context;
    return -1;
}

static EVP_PKEY *read_key(const char *path)
{
    FILE *file = fopen(path, "re");
    EVP_PKEY *key = file ? PEM_read_PrivateKey(file, NULL, no_passphrase, NULL) : NULL;
    if (file)
        fclose(file);
    return key;
}

/* What is wrong with the two, or NULL. */
static const char *check(struct signature *signature, EVP_PKEY *key, X509 *certificate)
{
    struct tm until;
    if (!key)
        return "elmo_key: no private key in PEM without a passphrase can be read there";
    if (!certificate)
        return "elmo_certificate: no certificate in PEM can be read there";
    if (X509_check_private_key(certificate, key) != 1)
        return "elmo_certificate is not of elmo_key";
    signature->elliptic = EVP_PKEY_base_id(key) == EVP_PKEY_EC;
    if (!signature->elliptic &&
        (EVP_PKEY_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_bits(key) < RSA_BITS))
        return "elmo_key must be RSA of 2048 bits or more, or of an elliptic curve";
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &until) != 1)
        return "elmo_certificate: its last day cannot be read";
    signature->expires = timegm(&until);
    return NULL;
}

struct signature *signature_load(const char *key, const char *certificate, char *error,
                                 size_t error_size)
{
    struct signature *made = heap_alloc(sizeof *made);
    *made = (struct signature){0};
    words[0] = '\0';
    EVP_PKEY *private = read_key(key);
    X509 *public = read_certificate(certificate);
    const char *wrong = check(made, private, public);
    EVP_PKEY_free(private);
    X509_free(public);
    if (!wrong && !start())
        wrong = "the library that signs cannot be started";
    if (!wrong) {
        made->key = xmlSecCryptoAppKeyLoad(key, xmlSecKeyDataFormatPem, NULL, NULL, NULL);
        if (!made->key ||
            xmlSecCryptoAppKeyCertLoad(made->key, certificate, xmlSecKeyDataFormatPem) != 0)
            wrong = words;
    }
    if (!wrong)
        return made;
    snprintf(error, error_size, "%s", wrong);
    signature_free(made);
    return NULL;
}

void signature_free(struct signature *signature)
{
    if (signature && signature->key)
        xmlSecKeyDestroy(signature->key);
    free(signature);
}

time_t signature_expires(const struct signature *signature)
{
    return signature->expires;
}

/* <ds:Signature> with its one reference; NULL when it cannot be made. */
static xmlNodePtr template_of(const struct signature *signature, xmlDocPtr document)
{
    xmlSecTransformId method =
        signature->elliptic ? xmlSecTransformEcdsaSha256Id : xmlSecTransformRsaSha256Id;
    xmlNodePtr made =
        xmlSecTmplSignatureCreateNsPref(document, xmlSecTransformInclC14NId, method, NULL, X("ds"));
    if (!made)
        return NULL;
    xmlAddChild(xmlDocGetRootElement(document), made);
    xmlNodePtr reference =
        xmlSecTmplSignatureAddReference(made, xmlSecTransformSha256Id, NULL, X(""), NULL);
    if (!reference || !xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedId))
        return NULL;
    xmlNodePtr info = xmlSecTmplSignatureEnsureKeyInfo(made, NULL);
    xmlNodePtr data = info ? xmlSecTmplKeyInfoAddX509Data(info) : NULL;
    return data && xmlSecTmplX509DataAddCertificate(data) ? made : NULL;
}

static bool sign(struct signature *signature, xmlDocPtr document)
{
    xmlNodePtr made = template_of(signature, document);
    xmlSecDSigCtxPtr context = made ? xmlSecDSigCtxCreate(NULL) : NULL;
    if (!context)
        return false;
    context->signKey = xmlSecKeyDuplicate(signature->key);
    bool good = context->signKey && xmlSecDSigCtxSign(context, made) == 0 &&
                context->status == xmlSecDSigStatusSucceeded;
    xmlSecDSigCtxDestroy(context);
    return good;
}

bool signature_add(struct signature *signature, struct buffer *xml)
{
    char error[WORDS] = "";
    xmlChar *bytes = NULL;
    int length = 0;
    words[0] = '\0';
    xmlDocPtr document = view_parse("signed", xml->bytes, xml->length, NULL, error, sizeof error);
    bool good = document && sign(signature, document);
    if (good) {
        xmlDocDumpMemoryEnc(document, &bytes, &length, "UTF-8");
        good = bytes && length > 0;
    }
    if (good) {
        buffer_clear(xml);
        buffer_add(xml, bytes, (size_t)length);
    } else {
        log_line(LOG_ERROR, "not_signed", "why", *words ? words : error, NULL);
    }
    xmlFree(bytes);
    xmlFreeDoc(document);
    return good;
}
