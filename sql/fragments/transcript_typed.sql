-- :code as it was typed, in any case and however it is grouped; letters that the alphabet lacks stand for the digits they are mistaken for.
REPLACE(REPLACE(REPLACE(REGEXP_REPLACE(UPPER(:code), '[^0-9A-Z]', ''), 'O', '0'), 'I', '1'), 'L', '1')
