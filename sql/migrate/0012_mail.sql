-- A mail on its way is `sending`, with a lease until next_at: a sender that dies leaves it so, and who finds it knows that it
-- may have arrived. `void`: what it was to tell is gone. `problem` is what stands in the way, in our words; `error` the
-- server's own. `address`: where it goes when that is not the person's address of today.
ALTER TABLE mail
  MODIFY COLUMN state ENUM('waiting','sending','sent','failed','void') NOT NULL DEFAULT 'waiting',
  ADD COLUMN address VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL AFTER person,
  ADD COLUMN claims INT UNSIGNED NOT NULL DEFAULT 0 AFTER attempts,    -- how often it was taken: its version
  ADD COLUMN perhaps TINYINT UNSIGNED NOT NULL DEFAULT 0 AFTER claims, -- how often it may have arrived unbeknown; 2: no more
  ADD COLUMN problem ENUM('document','address','file','unreached','later','refused','unknown') NULL AFTER sent_at,
  ADD INDEX mail_sent (state, sent_at);
