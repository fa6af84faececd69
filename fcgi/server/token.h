/* Form tokens: 16 random bytes and a keyed hash of them with the form's address, in hexadecimal. The key is the
 * session's own, so a token of one session, or of another address, is no good; the random part makes each form's token
 * a name under which its submission is remembered. */
#ifndef SERVER_TOKEN_H
#define SERVER_TOKEN_H
#include <stdbool.h>

#define TOKEN_TEXT 97
void token_make(char token[TOKEN_TEXT], const unsigned char key[32], const char *path);
/* NULL is no token. */
bool token_good(const char *token, const unsigned char key[32], const char *path);
#endif
