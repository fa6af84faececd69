-- What many lines are gathered under: the programme, for who meets several institutions the institution.
{unless viewer_many_institutions, viewer_site_side}
(SELECT gc.programme FROM course_instance gs JOIN course gc ON gc.id = gs.course WHERE gs.id = a.course_instance)
{end}
{if viewer_many_institutions, viewer_site_side} c.institution {end}
