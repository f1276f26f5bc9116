create table publication_chain (
    enterprise_id int not null,
    epoch varchar(36) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    hash char(64) character set ascii collate ascii_bin not null,
    primary key (enterprise_id),
    constraint publication_chain_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table publication_entry (
    enterprise_id int not null,
    epoch varchar(36) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    previous_hash char(64) character set ascii collate ascii_bin not null,
    hash char(64) character set ascii collate ascii_bin not null,
    type varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    schema_version int not null,
    must_understand boolean not null,
    blobs json not null,
    payload longtext not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, epoch, number),
    key publication_entry_subject (enterprise_id, epoch, type, subject, number),
    constraint publication_entry_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
