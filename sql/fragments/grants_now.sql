-- Grants as they are today, also on a page of the past: what was is shown to whom it may be shown now.
person_grant {if viewer_looks_back} FOR SYSTEM_TIME AS OF NOW(6) {end}
