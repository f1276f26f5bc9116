-- When this cell last had all that the core had published, so that it can say so after a start without the core.
alter table publication_position add column heard_at timestamp(6) null;

-- What this cell has of an enterprise's feed, and the entry that brought it last. What a new epoch does not bring again is gone.
create table publication_subject (
    enterprise_id int not null,
    type varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    epoch varchar(36) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    applied_at timestamp(6) not null,
    primary key (enterprise_id, type, subject)
);
