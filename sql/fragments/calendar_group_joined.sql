-- What many lines are gathered under: the programme, for who meets several institutions the institution.
{unless viewer_many_institutions, viewer_site_side}
STRAIGHT_JOIN course_instance gs ON gs.id = a.course_instance
STRAIGHT_JOIN course gc ON gc.id = gs.course
{end}
