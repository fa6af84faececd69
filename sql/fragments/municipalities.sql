SELECT CAST(number AS UNSIGNED) AS id, name FROM municipality ORDER BY name {collate}
