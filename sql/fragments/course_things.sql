-- Whose history is :course's: its own and its modules'.
(SELECT 'course' COLLATE utf8mb4_nopad_bin AS thing, :course AS id FROM DUAL
 UNION ALL
 SELECT 'module', m.id FROM module m WHERE m.course = :course)
