-- Whether a run of retention has ended is said by a column of its own, by which those that have not are found.
alter table privacy_retention
    add column finished boolean not null default false after ended_at,
    drop key privacy_retention_open,
    add key privacy_retention_open (finished, tenant_id);

update privacy_retention set finished = true where ended_at is not null;
