-- What `praktikum user` does from the command line.

-- step: person_add
INSERT INTO person (given_name, family_name, email, lang) VALUES (:given_name, :family_name, :email, :lang)

-- step: person_find
SELECT id, version FROM person WHERE email = :email

-- step: password
INSERT INTO account (person, password_hash, changed_at) VALUES (:person, :hash, :now)
ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), changed_at = VALUES(changed_at), closed = 0

-- step: sessions_end
DELETE FROM session WHERE person = :person

-- step: institution_find
SELECT id FROM institution WHERE short_name = :name

-- step: site_find
SELECT id FROM site WHERE name = :name

-- step: grant_add
INSERT INTO person_grant (person, role, institution, site, valid_from)
VALUES (:person, :role, :institution, :site, :today)
