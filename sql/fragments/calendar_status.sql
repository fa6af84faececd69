{if viewer_site_side, viewer_takes_part} IF(inside, {{occurrence_status}}, {{occurrence_own_status}}) {end}
{unless viewer_site_side, viewer_takes_part} {{occurrence_status}} {end}
