-- Whom the words that were typed find; where the viewer sees one institution's people only, among these.
SELECT DISTINCT w.id FROM
{if typed_long} {{search_walk}} {end} {unless typed_long} search_word w FORCE INDEX (search_word_prefix) WHERE {{search_any}} {end}
AND w.thing = 'person'
AND w.scope = {if viewer_administer, viewer_many_institutions, viewer_site_side} 0 {end}
              {unless viewer_administer, viewer_many_institutions, viewer_site_side} COALESCE(:viewer_institution, 0) {end}
