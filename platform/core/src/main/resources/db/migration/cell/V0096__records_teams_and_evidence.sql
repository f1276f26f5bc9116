-- The team of a statement's context, which is counted like its actor; and whether the statement is evidence that a law demands,
-- which erasure leaves alone until its term has passed.
alter table records_statement
    add column team binary(16) after activity,
    add column evidence boolean not null default false after voided;
