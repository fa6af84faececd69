{if institution} AND s.institution = :institution {end}
{if site} AND FALSE {end}
{if status} AND :status = 'all' {end}
{if q} AND (s.name LIKE CONCAT('%', :q, '%') OR s.name_en LIKE CONCAT('%', :q, '%')) {end}
{if programme}
AND EXISTS (SELECT 1 FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance JOIN course f ON f.id = ci.course
            WHERE n.exam_session = s.id AND f.programme = :programme)
{end}
