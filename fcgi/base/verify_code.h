/* Codes by which anybody who holds a document can ask whether it is genuine: 20 letters and digits, 100 bits drawn evenly, so that
 * none is ever guessed. Written in groups of five. Who types I, L or O means 1 or 0 (sql/fragments/transcript_typed.sql). */
#ifndef BASE_VERIFY_CODE_H
#define BASE_VERIFY_CODE_H

/* Crockford's: without I, L, O, which are read as digits, and U. */
#define VERIFY_CODE_ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
enum { VERIFY_CODE_LETTERS = 20, VERIFY_CODE_SIZE = VERIFY_CODE_LETTERS + 1 };

void verify_code_draw(char code[VERIFY_CODE_SIZE]);
#endif
