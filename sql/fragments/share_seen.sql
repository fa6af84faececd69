-- A number for what there is to share: another one as soon as anybody changes any of it.
SELECT CAST(COALESCE(SUM(CRC32(CONCAT_WS('|', d.registration, d.kind, COALESCE(d.new_unit, 0), COALESCE(d.new_supervisor, 0),
                                    COALESCE(d.new_lecturer, 0), COALESCE(d.old_unit, 0), COALESCE(d.old_supervisor, 0),
                                    COALESCE(d.old_lecturer, 0), d.starts, d.ends))), 0) AS SIGNED) AS version
FROM ({{share_differences}}) d
