-- The person that stands for a partner has no e-mail address.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE person MODIFY COLUMN email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL;
