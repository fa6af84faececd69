-- What sql/migrate/ makes of an empty database. Written by `make schema`; read it, do not change it.
CREATE TABLE `account` (
  `person` int(10) unsigned NOT NULL,
  `password_hash` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `changed_at` datetime NOT NULL,
  `closed` tinyint(3) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`person`),
  CONSTRAINT `account_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `activity` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `course_instance` int(10) unsigned NOT NULL,
  `name` varchar(160) NOT NULL,
  `starts` date NOT NULL,
  `ends` date NOT NULL,
  `term` char(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin GENERATED ALWAYS AS (concat(year(`starts`),'-',if(month(`starts`) <= 7,1,2))) STORED,
  `places_wanted` smallint(5) unsigned NOT NULL,
  `details` text DEFAULT NULL,
  `cancelled_at` datetime DEFAULT NULL,
  `cancel_reason` varchar(1000) DEFAULT NULL,
  `copied_from` int(10) unsigned DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `activity_of_institution` (`institution`,`id`),
  KEY `activity_starts` (`institution`,`starts`),
  KEY `activity_instance` (`institution`,`course_instance`),
  KEY `activity_copied_from` (`copied_from`),
  CONSTRAINT `activity_copied_from` FOREIGN KEY (`copied_from`) REFERENCES `activity` (`id`),
  CONSTRAINT `activity_course_instance` FOREIGN KEY (`institution`, `course_instance`) REFERENCES `course_instance` (`institution`, `id`),
  CONSTRAINT `activity_days` CHECK (`ends` >= `starts`),
  CONSTRAINT `activity_places` CHECK (`places_wanted` between 1 and 999)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `activity_class` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `activity` int(10) unsigned NOT NULL,
  `letter` char(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `starts` date NOT NULL,
  `ends` date NOT NULL,
  `places_wanted` smallint(5) unsigned NOT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `activity_class_letter` (`activity`,`letter`),
  UNIQUE KEY `activity_class_of_activity` (`activity`,`id`),
  CONSTRAINT `activity_class_activity` FOREIGN KEY (`activity`) REFERENCES `activity` (`id`),
  CONSTRAINT `activity_class_days` CHECK (`ends` >= `starts`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `activity_count` (
  `activity` int(10) unsigned NOT NULL,
  `orders` smallint(5) unsigned NOT NULL DEFAULT 0,
  `orders_draft` smallint(5) unsigned NOT NULL DEFAULT 0,
  `orders_unanswered` smallint(5) unsigned NOT NULL DEFAULT 0,
  `places_ordered` int(10) unsigned NOT NULL DEFAULT 0,
  `places_answered` int(10) unsigned NOT NULL DEFAULT 0,
  `places_confirmed` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`activity`),
  CONSTRAINT `activity_count_activity` FOREIGN KEY (`activity`) REFERENCES `activity` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `activity_requirement` (
  `activity` int(10) unsigned NOT NULL,
  `requirement` int(10) unsigned NOT NULL,
  PRIMARY KEY (`activity`,`requirement`),
  KEY `activity_requirement_requirement` (`requirement`),
  CONSTRAINT `activity_requirement_activity` FOREIGN KEY (`activity`) REFERENCES `activity` (`id`),
  CONSTRAINT `activity_requirement_requirement` FOREIGN KEY (`requirement`) REFERENCES `requirement` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `agreement` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `site` int(10) unsigned NOT NULL,
  `reference` varchar(60) DEFAULT NULL,
  `valid_from` date NOT NULL,
  `valid_to` date DEFAULT NULL,
  `note` varchar(1000) DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  KEY `agreement_pair` (`institution`,`site`,`valid_from`),
  KEY `agreement_site` (`site`),
  CONSTRAINT `agreement_institution` FOREIGN KEY (`institution`) REFERENCES `institution` (`id`),
  CONSTRAINT `agreement_site` FOREIGN KEY (`site`) REFERENCES `site` (`id`),
  CONSTRAINT `agreement_days` CHECK (`valid_to` is null or `valid_to` >= `valid_from`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `capacity` (
  `site` int(10) unsigned NOT NULL,
  `placement_order` int(10) unsigned NOT NULL,
  `unit` int(10) unsigned NOT NULL,
  `places` smallint(5) unsigned NOT NULL,
  PRIMARY KEY (`placement_order`,`unit`),
  KEY `capacity_order` (`site`,`placement_order`),
  KEY `capacity_unit` (`site`,`unit`),
  CONSTRAINT `capacity_order` FOREIGN KEY (`site`, `placement_order`) REFERENCES `placement_order` (`site`, `id`),
  CONSTRAINT `capacity_unit` FOREIGN KEY (`site`, `unit`) REFERENCES `unit` (`site`, `id`),
  CONSTRAINT `capacity_places` CHECK (`places` between 0 and 999)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `course` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `programme` int(10) unsigned NOT NULL,
  `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `name` varchar(160) NOT NULL,
  `name_en` varchar(160) DEFAULT NULL,
  `credits` decimal(4,1) NOT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `course_code` (`institution`,`code`),
  UNIQUE KEY `course_of_institution` (`institution`,`id`),
  KEY `course_programme` (`institution`,`programme`),
  CONSTRAINT `course_programme` FOREIGN KEY (`institution`, `programme`) REFERENCES `programme` (`institution`, `id`),
  CONSTRAINT `course_credits` CHECK (`credits` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `course_instance` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `course` int(10) unsigned NOT NULL,
  `code` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `starts` date NOT NULL,
  `ends` date NOT NULL,
  `term` char(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin GENERATED ALWAYS AS (concat(year(`starts`),'-',if(month(`starts`) <= 7,1,2))) STORED,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `course_instance_code` (`institution`,`code`),
  UNIQUE KEY `course_instance_of_institution` (`institution`,`id`),
  KEY `course_instance_course` (`institution`,`course`),
  CONSTRAINT `course_instance_course` FOREIGN KEY (`institution`, `course`) REFERENCES `course` (`institution`, `id`),
  CONSTRAINT `course_instance_days` CHECK (`ends` >= `starts`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `event` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `uuid` uuid NOT NULL,
  `at` datetime(6) NOT NULL,
  `person` int(10) unsigned DEFAULT NULL,
  `area` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `kind` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `thing` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `thing_id` int(10) unsigned NOT NULL,
  `thing_version` int(10) unsigned DEFAULT NULL,
  `institution` int(10) unsigned DEFAULT NULL,
  `site` int(10) unsigned DEFAULT NULL,
  `activity` int(10) unsigned DEFAULT NULL,
  `request` char(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `event_uuid` (`uuid`),
  KEY `event_thing` (`thing`,`thing_id`,`id`),
  KEY `event_activity` (`activity`,`id`),
  KEY `event_person` (`person`,`id`),
  CONSTRAINT `event_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `event_change` (
  `event` bigint(20) unsigned NOT NULL,
  `number` smallint(5) unsigned NOT NULL,
  `field` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `subject` varchar(160) DEFAULT NULL,
  `old_value` varchar(4000) DEFAULT NULL,
  `new_value` varchar(4000) DEFAULT NULL,
  PRIMARY KEY (`event`,`number`),
  CONSTRAINT `event_change_event` FOREIGN KEY (`event`) REFERENCES `event` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `institution` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(160) NOT NULL,
  `short_name` varchar(20) NOT NULL,
  `municipality` char(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin DEFAULT NULL,
  `address` varchar(200) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `answer_days` smallint(5) unsigned NOT NULL DEFAULT 21,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `institution_name` (`name`),
  UNIQUE KEY `institution_short_name` (`short_name`),
  KEY `institution_municipality` (`municipality`),
  CONSTRAINT `institution_municipality` FOREIGN KEY (`municipality`) REFERENCES `municipality` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `mail` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `event` bigint(20) unsigned NOT NULL,
  `person` int(10) unsigned NOT NULL,
  `kind` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `state` enum('waiting','sent','failed') NOT NULL DEFAULT 'waiting',
  `attempts` smallint(5) unsigned NOT NULL DEFAULT 0,
  `next_at` datetime NOT NULL,
  `sent_at` datetime DEFAULT NULL,
  `error` varchar(500) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail_once` (`event`,`person`,`kind`),
  KEY `mail_waiting` (`state`,`next_at`),
  KEY `mail_person` (`person`),
  CONSTRAINT `mail_event` FOREIGN KEY (`event`) REFERENCES `event` (`id`),
  CONSTRAINT `mail_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `migration` (
  `number` int(10) unsigned NOT NULL,
  `name` varchar(120) NOT NULL,
  `checksum` char(64) NOT NULL,
  `steps_done` int(10) unsigned NOT NULL,
  `step_begun` int(10) unsigned NOT NULL,
  `applied_at` datetime DEFAULT NULL,
  PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `municipality` (
  `number` char(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `name` varchar(80) NOT NULL,
  PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `occurrence` (
  `activity` int(10) unsigned NOT NULL,
  `letter` char(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `institution` int(10) unsigned NOT NULL,
  `name` varchar(160) NOT NULL,
  `term` char(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `starts` date NOT NULL,
  `ends` date NOT NULL,
  `places_wanted` smallint(5) unsigned NOT NULL,
  PRIMARY KEY (`activity`,`letter`),
  KEY `occurrence_starts` (`institution`,`starts`,`activity`,`letter`,`ends`),
  KEY `occurrence_ends` (`institution`,`ends`),
  KEY `occurrence_activity` (`institution`,`activity`),
  CONSTRAINT `occurrence_activity` FOREIGN KEY (`institution`, `activity`) REFERENCES `activity` (`institution`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `person` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `given_name` varchar(80) NOT NULL,
  `family_name` varchar(80) NOT NULL,
  `email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `lang` char(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT 'nb',
  `protected` tinyint(3) unsigned NOT NULL DEFAULT 0,
  `identity_cipher` varbinary(80) DEFAULT NULL,
  `identity_index` binary(32) DEFAULT NULL,
  `name` varchar(161) GENERATED ALWAYS AS (concat(`given_name`,' ',`family_name`)) STORED,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  `sorted_nb` varchar(161) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_danish_as_ci GENERATED ALWAYS AS (concat(`family_name`,'	',`given_name`)) STORED,
  `sorted_sv` varchar(161) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_as_ci GENERATED ALWAYS AS (concat(`family_name`,'	',`given_name`)) STORED,
  `sorted_en` varchar(161) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci GENERATED ALWAYS AS (concat(`family_name`,'	',`given_name`)) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `person_email` (`email`),
  UNIQUE KEY `person_identity` (`identity_index`),
  KEY `person_sorted_nb` (`protected`,`sorted_nb`),
  KEY `person_sorted_sv` (`protected`,`sorted_sv`),
  KEY `person_sorted_en` (`protected`,`sorted_en`),
  KEY `person_sorted_email` (`protected`,`email`),
  CONSTRAINT `person_lang` CHECK (`lang` in ('nb','nn','sv','en'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `person_grant` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `person` int(10) unsigned NOT NULL,
  `role` enum('system_administrator','placement_administrator','placement_adviser','institution_coordinator','lecturer','site_administrator','site_coordinator','supervisor','student') NOT NULL,
  `institution` int(10) unsigned DEFAULT NULL,
  `site` int(10) unsigned DEFAULT NULL,
  `unit` int(10) unsigned DEFAULT NULL,
  `activity` int(10) unsigned DEFAULT NULL,
  `activity_class` int(10) unsigned DEFAULT NULL,
  `valid_from` date NOT NULL,
  `valid_to` date DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  KEY `person_grant_person` (`person`,`role`,`institution`,`site`,`unit`,`activity`,`valid_from`,`valid_to`),
  KEY `person_grant_institution` (`institution`,`role`,`person`,`valid_from`,`valid_to`),
  KEY `person_grant_site` (`site`,`role`,`person`,`valid_from`,`valid_to`),
  KEY `person_grant_unit` (`site`,`unit`),
  KEY `person_grant_activity` (`activity`,`person`),
  KEY `person_grant_class` (`activity`,`activity_class`),
  CONSTRAINT `person_grant_activity` FOREIGN KEY (`activity`) REFERENCES `activity` (`id`),
  CONSTRAINT `person_grant_class` FOREIGN KEY (`activity`, `activity_class`) REFERENCES `activity_class` (`activity`, `id`),
  CONSTRAINT `person_grant_institution` FOREIGN KEY (`institution`) REFERENCES `institution` (`id`),
  CONSTRAINT `person_grant_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`),
  CONSTRAINT `person_grant_site` FOREIGN KEY (`site`) REFERENCES `site` (`id`),
  CONSTRAINT `person_grant_unit` FOREIGN KEY (`site`, `unit`) REFERENCES `unit` (`site`, `id`),
  CONSTRAINT `person_grant_days` CHECK (`valid_to` is null or `valid_to` >= `valid_from`),
  CONSTRAINT `person_grant_place` CHECK (`role` = 'system_administrator' and `institution` is null and `site` is null or `role` in ('placement_administrator','placement_adviser','institution_coordinator','lecturer','student') and `institution` is not null and `site` is null or `role` in ('site_administrator','site_coordinator','supervisor') and `site` is not null and `institution` is null)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `placement_order` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `activity` int(10) unsigned NOT NULL,
  `site` int(10) unsigned NOT NULL,
  `places` smallint(5) unsigned NOT NULL,
  `places_confirmed` smallint(5) unsigned NOT NULL DEFAULT 0,
  `message` varchar(1000) DEFAULT NULL,
  `state` enum('draft','sent','answered','withdrawn','closed') NOT NULL DEFAULT 'draft',
  `answer` enum('confirmed','declined') DEFAULT NULL,
  `answer_message` varchar(1000) DEFAULT NULL,
  `sent_at` datetime DEFAULT NULL,
  `due_on` date DEFAULT NULL,
  `answered_at` datetime DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `placement_order_of_site` (`site`,`id`),
  KEY `placement_order_activity` (`institution`,`activity`,`state`),
  KEY `placement_order_due` (`institution`,`state`,`due_on`),
  KEY `placement_order_answered` (`institution`,`state`,`answered_at`),
  KEY `placement_order_site` (`site`,`state`,`due_on`),
  KEY `placement_order_calendar` (`site`,`activity`,`state`),
  KEY `placement_order_by_activity` (`activity`,`site`,`state`),
  KEY `placement_order_sent_at` (`institution`,`sent_at`),
  CONSTRAINT `placement_order_activity` FOREIGN KEY (`institution`, `activity`) REFERENCES `activity` (`institution`, `id`),
  CONSTRAINT `placement_order_site` FOREIGN KEY (`site`) REFERENCES `site` (`id`),
  CONSTRAINT `placement_order_places` CHECK (`places` between 1 and 999),
  CONSTRAINT `placement_order_answer` CHECK (`state` in ('answered','closed') = (`answer` is not null)),
  CONSTRAINT `placement_order_confirmed` CHECK (`places_confirmed` = 0 or `answer` is not null and `answer` = 'confirmed'),
  CONSTRAINT `placement_order_sent` CHECK (`state` = 'draft' or `sent_at` is not null and `due_on` is not null),
  CONSTRAINT `placement_order_answered` CHECK (`answer` is null or `answered_at` is not null)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `programme` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `institution` int(10) unsigned NOT NULL,
  `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `name` varchar(160) NOT NULL,
  `name_en` varchar(160) DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `programme_code` (`institution`,`code`),
  UNIQUE KEY `programme_of_institution` (`institution`,`id`),
  CONSTRAINT `programme_institution` FOREIGN KEY (`institution`) REFERENCES `institution` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `requirement` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `name_nb` varchar(120) NOT NULL,
  `name_nn` varchar(120) NOT NULL,
  `name_sv` varchar(120) NOT NULL,
  `name_en` varchar(120) NOT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `requirement_code` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `session` (
  `token_hash` binary(32) NOT NULL,
  `person` int(10) unsigned NOT NULL,
  `form_key` binary(32) NOT NULL,
  `created_at` datetime NOT NULL,
  `seen_at` datetime NOT NULL,
  `address` varchar(45) NOT NULL,
  PRIMARY KEY (`token_hash`),
  KEY `session_person` (`person`),
  KEY `session_seen` (`seen_at`),
  CONSTRAINT `session_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `sign_in_attempt` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `account_hash` binary(32) NOT NULL,
  `address` varchar(45) NOT NULL,
  `at` datetime NOT NULL,
  `succeeded` tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `sign_in_attempt_account` (`account_hash`,`at`),
  KEY `sign_in_attempt_address` (`address`,`at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `site` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(160) NOT NULL,
  `kind` enum('trust','municipality','school','kindergarten','firm','other') NOT NULL,
  `municipality` char(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin DEFAULT NULL,
  `address` varchar(200) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `profile` text DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `site_name` (`name`),
  KEY `site_municipality` (`municipality`),
  CONSTRAINT `site_municipality` FOREIGN KEY (`municipality`) REFERENCES `municipality` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `student` (
  `person` int(10) unsigned NOT NULL,
  `institution` int(10) unsigned NOT NULL,
  `programme` int(10) unsigned NOT NULL,
  `cohort` char(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`person`),
  KEY `student_programme` (`institution`,`programme`,`cohort`),
  CONSTRAINT `student_person` FOREIGN KEY (`person`) REFERENCES `person` (`id`),
  CONSTRAINT `student_programme` FOREIGN KEY (`institution`, `programme`) REFERENCES `programme` (`institution`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `submission` (
  `token` binary(32) NOT NULL,
  `person` int(10) unsigned DEFAULT NULL,
  `location` varchar(200) NOT NULL DEFAULT '',
  `flash` varchar(40) NOT NULL DEFAULT '',
  `at` datetime NOT NULL,
  PRIMARY KEY (`token`),
  KEY `submission_at` (`at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
CREATE TABLE `unit` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `site` int(10) unsigned NOT NULL,
  `parent` int(10) unsigned DEFAULT NULL,
  `name` varchar(160) NOT NULL,
  `municipality` char(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin DEFAULT NULL,
  `address` varchar(200) DEFAULT NULL,
  `profile` text DEFAULT NULL,
  `closed_on` date DEFAULT NULL,
  `version` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `unit_of_site` (`site`,`id`),
  KEY `unit_parent` (`site`,`parent`),
  KEY `unit_municipality` (`municipality`),
  CONSTRAINT `unit_municipality` FOREIGN KEY (`municipality`) REFERENCES `municipality` (`number`),
  CONSTRAINT `unit_parent` FOREIGN KEY (`site`, `parent`) REFERENCES `unit` (`site`, `id`),
  CONSTRAINT `unit_site` FOREIGN KEY (`site`) REFERENCES `site` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
CREATE TABLE `unit_requirement` (
  `site` int(10) unsigned NOT NULL,
  `unit` int(10) unsigned NOT NULL,
  `requirement` int(10) unsigned NOT NULL,
  PRIMARY KEY (`unit`,`requirement`),
  KEY `unit_requirement_unit` (`site`,`unit`),
  KEY `unit_requirement_requirement` (`requirement`),
  CONSTRAINT `unit_requirement_requirement` FOREIGN KEY (`requirement`) REFERENCES `requirement` (`id`),
  CONSTRAINT `unit_requirement_unit` FOREIGN KEY (`site`, `unit`) REFERENCES `unit` (`site`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
