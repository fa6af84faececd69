-- A student's placement letter, to print.
-- one: letter
{{letter}} AND x.id = :placement

-- many: requirements/requirement
{{letter_requirements}} (SELECT x.activity FROM placement x WHERE x.id = :placement)
ORDER BY name {collate}, id
