CASE WHEN :lang = 'sv' THEN NULL ELSE name END COLLATE utf8mb4_uca1400_danish_as_ci,
CASE WHEN :lang = 'sv' THEN name ELSE NULL END COLLATE utf8mb4_uca1400_swedish_as_ci
