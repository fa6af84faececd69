UPDATE registration SET allocation_group = :group, version = version + 1 WHERE id = :registration
