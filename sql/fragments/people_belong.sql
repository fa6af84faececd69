{unless viewer_administer} {{people_grant}} {end}
{if viewer_administer}
  {if role, institution, site} {{people_grant}} {end}
  {unless role, institution, site} AND NOT EXISTS (SELECT 1 FROM partner y WHERE y.person = p.id) {end}
{end}
