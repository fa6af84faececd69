-- What others know an institution by must be what it says it is: it goes into ELMO files.
UNION ALL SELECT 'web', 'error.web_address' FROM DUAL WHERE :web NOT RLIKE '(?-i)^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[!-~]*)?$'
UNION ALL SELECT 'schac', 'error.domain_name' FROM DUAL WHERE :schac NOT RLIKE '(?-i)^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
UNION ALL SELECT 'erasmus', 'error.erasmus_code' FROM DUAL WHERE :erasmus NOT RLIKE '(?-i)^[A-Z][A-Z]?[A-Z]? *[A-Z][A-Z-]*[0-9][0-9][0-9]?$'
