-- What a form's token and content became: a second submission goes where the first one went.

-- step: begin
INSERT INTO submission (token, person, at) VALUES (:submission, :viewer, :now)

-- step: end
UPDATE submission SET location = :submission_location, flash = :submission_flash WHERE token = :submission

-- step: find
SELECT location, flash FROM submission WHERE token = :submission AND person = :viewer AND location <> ''
