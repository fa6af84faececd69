-- That a partner may read order fo of an activity it may read.
fo.state <> 'draft' {if partner_site} AND fo.site = :partner_site {end}
