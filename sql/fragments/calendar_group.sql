{unless viewer_many_institutions, viewer_site_side} gc.programme {end}
{if viewer_many_institutions, viewer_site_side} c.institution {end}
