-- Whether the course was a duty under the law when it was passed: then the completion is evidence that the law demands, and stays
-- for the time of that purpose, whoever asks for erasure.
alter table learning_completion add column evidence boolean not null default false after valid_until;
