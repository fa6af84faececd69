{unless viewer_administer} {{people_grant}} {end}
{if viewer_administer} {if role, institution, site} {{people_grant}} {end} {end}
