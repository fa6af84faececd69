COALESCE((SELECT MAX(b.position) FROM exam_boundary b WHERE b.exam = m.exam AND b.points_from <= m.points), 1)
