-- A number for what a transfer of :exam comes to: another one as soon as anything of it changes.
SELECT CAST(COALESCE(SUM(CRC32(CONCAT_WS('|', y.candidate, y.module, y.scale_version, COALESCE(y.reason, y.outcome), COALESCE(y.old_points, ''),
  COALESCE(y.old_grade, ''), COALESCE(y.old_examined_on, ''), COALESCE(y.new_points, ''), COALESCE(y.new_grade, ''),
  COALESCE(y.new_examined_on, '')))), 0) AS SIGNED) AS version
FROM ({{transfer_rows}}) y
