/* Reads a calendar with libical as a calendar program does. Standard input: the .ics. Prints one line an event, tab
 * separated: UID, DTSTART, DTEND, STATUS, URL, SUMMARY, SEQUENCE. Ends with 1 and says on standard error what is wrong: what the parser
 * could not read, what the component may not hold, an event without what every event needs. */
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int faults;

static void fault(const char *what, const char *where)
{
    fprintf(stderr, "%s: %s\n", what, where);
    faults++;
}

static char *read_all(void)
{
    size_t length = 0, capacity = 1 << 16;
    char *text = malloc(capacity);
    for (size_t some; text && (some = fread(text + length, 1, capacity - length - 1, stdin)) > 0;) {
        length += some;
        if (capacity - length < 2)
            text = realloc(text, capacity *= 2);
    }
    if (text)
        text[length] = '\0';
    return text;
}

/* What the parser did not understand it leaves behind as X-LIC-ERROR. */
static void check_errors(icalcomponent *component)
{
    for (icalproperty *property =
             icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
         property; property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
        fault("not read", icalproperty_get_xlicerror(property));
}

static const char *value_of(icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    const char *text = property ? icalproperty_get_value_as_string(property) : "";
    if (!property)
        fault("an event without", icalproperty_kind_to_string(kind));
    return text;
}

static void show(icalcomponent *event)
{
    check_errors(event);
    struct icaltimetype start = icalcomponent_get_dtstart(event),
                        end = icalcomponent_get_dtend(event);
    /* Whole days; exams at hours of a zone that stands in the file, meetings as they have one. */
    const char *uid = value_of(event, ICAL_UID_PROPERTY);
    bool hours = strncmp(uid, "exam-", 5) == 0 ||
                 (strncmp(uid, "assess-meeting-", 15) == 0 && !start.is_date);
    if (start.is_date == hours || end.is_date == hours || icaltime_compare(start, end) >= 0)
        fault("neither whole days nor hours", value_of(event, ICAL_UID_PROPERTY));
    if (hours && (!start.zone || icaltime_is_utc(start)))
        fault("no zone", value_of(event, ICAL_UID_PROPERTY));
    value_of(event, ICAL_DTSTAMP_PROPERTY);
    value_of(event, ICAL_SEQUENCE_PROPERTY);
    value_of(event, ICAL_LASTMODIFIED_PROPERTY);
    printf("%s\t", value_of(event, ICAL_UID_PROPERTY));
    printf("%s\t", value_of(event, ICAL_DTSTART_PROPERTY));
    printf("%s\t", value_of(event, ICAL_DTEND_PROPERTY));
    printf("%s\t", value_of(event, ICAL_STATUS_PROPERTY));
    printf("%s\t", value_of(event, ICAL_URL_PROPERTY));
    printf("%s\t", icalcomponent_get_summary(event));
    printf("%s\n", value_of(event, ICAL_SEQUENCE_PROPERTY));
}

int main(void)
{
    char *text = read_all();
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "not a calendar\n");
        return 1;
    }
    check_errors(calendar);
    if (!icalrestriction_check(calendar))
        fault("not allowed", "a property is missing or out of place");
    check_errors(calendar);
    if (icalcomponent_count_errors(calendar) > 0)
        fault("errors", "within");
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        show(event);
    icalcomponent_free(calendar);
    free(text);
    return faults ? 1 : 0;
}
