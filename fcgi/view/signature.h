/* Enveloped XML signatures (XML-DSig), as EMREX asks of an ELMO file: one reference to the whole document, SHA-256, canonical XML 1.0,
 * the certificate in KeyInfo. The key is RSA (2,048 bits or more) or an elliptic curve's. Only this file knows libxmlsec1.
 *
 * Everything is made when the key is loaded, before a worker shuts itself in; signing opens no file. */
#ifndef VIEW_SIGNATURE_H
#define VIEW_SIGNATURE_H
#include "../base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct signature;

/* key, certificate: PEM files, the key without a passphrase; they must belong together. NULL with a sentence in `error`. After view_start. */
struct signature *signature_load(const char *key, const char *certificate, char *error,
                                 size_t error_size);
void signature_free(struct signature *signature);
/* The last moment of the certificate. */
time_t signature_expires(const struct signature *signature);

/* Puts the signature at the end of the root element of the XML in `xml`. False (logged, `xml` then holds what was not signed) when
 * it is no XML or the library failed. Not between document_new and document_end: what it needs lies on the heap. */
bool signature_add(struct signature *signature, struct buffer *xml);
#endif
