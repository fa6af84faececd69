-- Programme p, with its institution i where programmes of several are met.
{if viewer_site_side, viewer_many_institutions} CONCAT(IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name), ' – ', i.short_name) {end}
{unless viewer_site_side, viewer_many_institutions} IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) {end}
