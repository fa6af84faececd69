{unless viewer_many_institutions, viewer_site_side} programme {end}
{if viewer_many_institutions, viewer_site_side} institution {end}
