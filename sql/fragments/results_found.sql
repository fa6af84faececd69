-- Rows of results that were searched for: by code or its last part, by name where it may be told. v: results_of_session or results_of_activity.
(:q IS NULL {if q} OR v.code LIKE CONCAT(:q, '%') OR v.code LIKE CONCAT('%-', :q) OR (v.named AND v.name LIKE CONCAT('%', :q, '%')) {end})
