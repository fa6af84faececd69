-- Units of :activity with more students than places, after the change.
SELECT t.unit, -t.remaining AS too_many FROM ({{units_taken}}) t WHERE t.remaining < 0
