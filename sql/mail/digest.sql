-- What somebody chose to get together. Its recipients are found by jobs/remind.c; :mail is the mail that gathers them.
-- one: digest
SELECT COUNT(*) AS count FROM notice n WHERE n.digest = :mail AND n.person = :person HAVING count > 0

-- many: notices/notice
SELECT {{notice_words}}
FROM notice n
{{notice_about}}
WHERE n.digest = :mail AND n.person = :person
ORDER BY n.topic, a.starts, a.id, n.id
