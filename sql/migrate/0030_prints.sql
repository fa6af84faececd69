-- Prints are asked for by rows of routes.def, which `praktikum jobs` does not know: what it needs of the row stands with the print.
-- address: where it was asked for. needs: the right of rights/<thing> that who asked must have, '' for being signed in.
-- parameters: of the query, name:id=, name:text= or name:null= each.
ALTER TABLE print
  DROP COLUMN query,
  ADD COLUMN address VARCHAR(3000) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  ADD COLUMN needs VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  ADD COLUMN parameters VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  MODIFY COLUMN title VARCHAR(300) NULL;

-- Who printed what is told to nobody.
INSERT INTO feed_kind (kind, feed, institution, site) VALUES
  ('print.asked', 'none', 0, 0), ('print.cancelled', 'none', 0, 0);
