-- How the name of a cleaned file ends: the kinds of fcgi/paper/.
CASE p.media WHEN 'application/pdf' THEN '.pdf'
             WHEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' THEN '.docx'
             WHEN 'application/vnd.oasis.opendocument.text' THEN '.odt'
             WHEN 'image/jpeg' THEN '.jpg' WHEN 'image/png' THEN '.png' ELSE '.txt' END
