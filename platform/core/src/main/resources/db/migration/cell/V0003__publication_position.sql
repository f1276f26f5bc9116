-- How far this cell has come in the feed of each enterprise that it hosts, and what stops it if anything does.
create table publication_position (
    enterprise_id int not null,
    epoch varchar(36) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    hash char(64) character set ascii collate ascii_bin not null,
    applied_at timestamp(6) not null,
    primary key (enterprise_id)
);
