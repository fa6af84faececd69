UPDATE registration SET allocation_group = NULL, version = version + 1 WHERE activity = :activity AND allocation_group = :group
