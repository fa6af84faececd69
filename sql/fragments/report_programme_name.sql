-- Programme p, with its institution i where programmes of several are met.
{if viewer_site_side, viewer_many_institutions} CONCAT(p.name, ' – ', i.short_name) {end}
{unless viewer_site_side, viewer_many_institutions} p.name {end}
