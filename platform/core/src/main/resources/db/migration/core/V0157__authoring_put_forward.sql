-- Which state of a draft was put before those who have to agree, so that the draft ends once that is published.
alter table authoring_draft
    add column put_forward char(64) character set ascii collate ascii_bin,
    add column put_forward_step int not null default 0,
    add key authoring_draft_put_forward (enterprise_id, put_forward);
