-- step: remember
UPDATE person SET lang = :language WHERE id = :viewer AND lang <> :language
