/* Transcripts of results: given out with a code by which anybody who holds one may verify it, and taken back. What is given out is
 * kept word for word; what is decided anew afterwards shows beside it. */
#include "../base/verify_code.h"
#include "action.h"

enum outcome transcripts_transcript_new(struct action *action)
{
    char code[VERIFY_CODE_SIZE];
    const struct row *place = action_row(action, "place");
    if (!place)
        return action_invalid(action, "institution", "error.not_choice");
    verify_code_draw(code);
    action_set_text(action, "code", arena_text(action->arena, code));
    for (size_t i = 0; i < place->count; i++)
        action_set_text(action, place->columns[i].name, place->cells[i].text);
    action_step(action, "insert");
    int64_t transcript = action_inserted(action);
    action_set(action, "transcript", transcript);
    action_step(action, "results");
    int64_t results = action_affected(action);
    if (results == 0)
        return action_refuse(action, "failed", "error.transcript_empty");
    action_event(action, "transcript.given", "transcript", transcript);
    action_change_integer(action, "results", NULL, 0, results);
    action_notify(action, "transcript.given");
    return action_go(action, "transcript_given", "/transcripts/%" PRId64, transcript);
}

enum outcome transcripts_transcript_withdraw(struct action *action)
{
    const struct row *transcript = action_row(action, "lock");
    if (!transcript)
        return OUTCOME_MISSING;
    if (!action_version(action, transcript))
        return OUTCOME_STALE;
    if (!row_flag(transcript, "good"))
        return action_refuse(action, NULL, "error.transcript_withdrawn");
    action_step(action, "withdraw");
    action_event(action, "transcript.withdrawn", "transcript", action_id(action, "transcript"));
    action_notify(action, "transcript.withdrawn");
    return action_go(action, "transcript_withdrawn", "/transcripts/%" PRId64,
                     action_id(action, "transcript"));
}
