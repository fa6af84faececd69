-- What happened that concerns the viewer, unread first; and what waits for them.

-- newest: what comes while the page is read is not marked with it.
-- one: count
SELECT COUNT(*) AS unread, MAX(n.id) AS newest FROM notice n WHERE n.person = :viewer AND n.read_at IS NULL

-- Orders to answer are counted with the viewer's rights, on every page.
-- one: waits
SELECT {if viewer_institution_side}
       (SELECT COUNT(*) FROM placement_order o
        WHERE o.state = 'sent' AND o.due_on < CAST(:today AS DATE) AND o.institution {{my_staffed}})
       {end} {unless viewer_institution_side} 0 {end} AS late,
       {if viewer_plan}
       (SELECT COUNT(*) FROM activity a JOIN activity_count c ON c.activity = a.id
        WHERE a.starts > CAST(:today AS DATE) AND a.cancelled_at IS NULL AND c.orders_draft > 0
          AND a.institution IN ({{viewer_planned}}))
       {end} {unless viewer_plan} 0 {end} AS drafts,
       {if viewer_edit_people}
       (SELECT COUNT(*) FROM account_link k
        WHERE k.created_by = :viewer AND k.purpose = 'invitation' AND k.ended IS NULL)
       {end} {unless viewer_edit_people} 0 {end} AS invitations,
       (SELECT COUNT(*) FROM import m WHERE m.person = :viewer AND m.state = 'checked') AS imports

-- list: notices/notice
-- columns: notice, activity, party, topic, created_at, by_whom, read_at
-- sort: notice n.read_at IS NOT NULL ASC, n.id DESC; -created_at n.id
SELECT {{notice_words}}
FROM notice n
{{notice_about}}
WHERE n.person = :viewer {{notice_choice}}
-- total:
SELECT COUNT(*) FROM notice n
{if q} {{notice_about}} {end}
WHERE n.person = :viewer {{notice_choice}}

-- step: open
SELECT {{notice_words}}
FROM notice n
{{notice_about}}
WHERE n.id = :open AND n.person = :viewer

-- step: read
UPDATE notice SET read_at = :now WHERE id = :notice AND person = :viewer AND read_at IS NULL

-- step: read_all
UPDATE notice SET read_at = :now WHERE person = :viewer AND read_at IS NULL AND id <= :until
