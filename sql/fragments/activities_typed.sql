-- OR an activity that the search would find by what was typed: its code, its course. Of the institution's many they are looked
-- up first, of the few from outside each.
{if viewer_institution_side, viewer_lecturer}
OR c.activity IN (SELECT t.id FROM (SELECT DISTINCT w.id FROM search_word w FORCE INDEX (search_word_prefix)
                                    WHERE w.thing = 'activity' AND w.scope {{my_institution}} AND {{search_any}}) t)
{end}
{if viewer_site_side, viewer_takes_part}
OR ({if viewer_institution_side, viewer_lecturer} NOT c.institution {{my_institution}} AND {end}
    (SELECT 1 FROM search_word w WHERE w.thing = 'activity' AND w.id = c.activity AND w.scope = c.institution AND {{search_any}} LIMIT 1))
{end}
