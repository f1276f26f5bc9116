-- What tells of a completion in the learning record.
alter table learning_completion add column statement_id binary(16) null;
create index learning_completion_course on learning_completion (tenant_id, course_slug, person_id, version_number);
