-- What sharing writes (fcgi/workflow/allocation_share.c): the share of an event, whom it concerns, their placements. All of an
-- activity at once, in as many statements for one student as for thousands.

-- step: share
INSERT INTO share (activity, number, event)
SELECT n.activity, n.shares + 1, :event FROM allocation_plan n WHERE n.activity = :activity

-- step: changes
INSERT INTO share_change (share, registration, kind, old_site, old_unit, old_supervisor, old_lecturer,
                          new_site, new_unit, new_supervisor, new_lecturer)
SELECT :share, d.registration, d.kind, d.old_site, d.old_unit, d.old_supervisor, d.old_lecturer,
       d.new_site, d.new_unit, d.new_supervisor, d.new_lecturer
FROM ({{share_differences}} {if registration} AND r.id = :registration {end}) d

-- Of a cancelled activity: nobody has a place any more.
-- step: change_ending
INSERT INTO share_change (share, registration, kind, old_site, old_unit, old_supervisor, old_lecturer)
SELECT :share, p.registration, 'ended', p.site, p.unit, p.supervisor, p.lecturer
FROM placement p WHERE p.activity = :activity AND p.ended_on IS NULL AND p.ends >= CAST(:today AS DATE)

-- By a site: its supervisor of one student.
-- step: change_supervisor
INSERT INTO share_change (share, registration, kind, old_site, old_unit, old_supervisor, old_lecturer,
                          new_site, new_unit, new_supervisor, new_lecturer)
SELECT :share, p.registration, 'people', p.site, p.unit, p.supervisor, p.lecturer, p.site, p.unit, :supervisor, p.lecturer
FROM placement p WHERE p.registration = :registration

-- Days of placements that their class or activity no longer has.
-- step: change_days
INSERT INTO share_change (share, registration, kind, old_site, old_unit, old_supervisor, old_lecturer,
                          new_site, new_unit, new_supervisor, new_lecturer)
SELECT :share, p.registration, 'days', p.site, p.unit, p.supervisor, p.lecturer, p.site, p.unit, p.supervisor, p.lecturer
FROM activity a
JOIN placement p ON p.activity = a.id AND p.ended_on IS NULL
JOIN registration r ON r.id = p.registration
LEFT JOIN activity_class k ON k.id = r.activity_class
WHERE a.id = :activity AND (p.starts <> COALESCE(k.starts, a.starts) OR p.ends <> COALESCE(k.ends, a.ends))

-- What has not begun goes; its history stays.
-- step: remove
DELETE p FROM share_change c JOIN placement p ON p.registration = c.registration
WHERE c.share = :share AND c.kind = 'ended' AND p.starts > :today

-- step: break_off
UPDATE share_change c JOIN placement p ON p.registration = c.registration
SET p.ended_on = LEAST(CAST(:today AS DATE), p.ends), p.version = p.version + 1
WHERE c.share = :share AND c.kind = 'ended'

-- step: change
UPDATE share_change c JOIN placement p ON p.registration = c.registration
SET p.site = c.new_site, p.unit = c.new_unit, p.supervisor = c.new_supervisor, p.lecturer = c.new_lecturer,
    p.version = p.version + 1
WHERE c.share = :share AND c.kind IN ('moved', 'people')

-- Who had a place that was broken off, and gets one again, has the same row.
-- step: place
INSERT INTO placement (institution, activity, registration, person, site, unit, lecturer, supervisor, starts, ends)
SELECT r.institution, r.activity, r.id, r.person, c.new_site, c.new_unit, c.new_lecturer, c.new_supervisor,
       COALESCE(k.starts, a.starts), COALESCE(k.ends, a.ends)
FROM share_change c
JOIN registration r ON r.id = c.registration
JOIN activity a ON a.id = r.activity
LEFT JOIN activity_class k ON k.id = r.activity_class
WHERE c.share = :share AND c.kind = 'placed'
ON DUPLICATE KEY UPDATE placement.site = VALUES(site), placement.unit = VALUES(unit), placement.lecturer = VALUES(lecturer),
  placement.supervisor = VALUES(supervisor), placement.starts = VALUES(starts), placement.ends = VALUES(ends),
  placement.ended_on = NULL, placement.version = placement.version + 1

-- step: plan
UPDATE allocation_plan SET shares = shares + 1, shared_at = UTC_TIMESTAMP(), version = version + 1 WHERE activity = :activity

-- How many it concerns, and how.
-- step: counts
SELECT COUNT(*) AS changes, COALESCE(SUM(c.kind = 'placed'), 0) AS placed, COALESCE(SUM(c.kind IN ('moved', 'people', 'days')), 0) AS changed,
       COALESCE(SUM(c.kind = 'ended'), 0) AS ended
FROM share_change c WHERE c.share = :share

-- Nothing of it was to be shared.
-- step: unshare
DELETE FROM share WHERE id = :share

-- step: days
UPDATE share_change c
JOIN placement p ON p.registration = c.registration
JOIN registration r ON r.id = c.registration
JOIN activity a ON a.id = r.activity
LEFT JOIN activity_class k ON k.id = r.activity_class
SET p.starts = COALESCE(k.starts, a.starts), p.ends = COALESCE(k.ends, a.ends), p.version = p.version + 1
WHERE c.share = :share AND c.kind = 'days'
