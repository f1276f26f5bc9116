-- Which blocks of the newest version of a master show what another says. Shown is the version of that other one whose words it shows; looked,
-- the one that was looked at last; held, the one that could not be followed by itself, and is not tried again.
create table content_reuse (
    enterprise_id int not null,
    id binary(16) not null,
    source varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    source_block varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    course varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    block varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    is_pinned boolean not null,
    shown_number int not null,
    looked_number int not null,
    held_number int not null,
    primary key (enterprise_id, id),
    unique key content_reuse_once (enterprise_id, course, block),
    key content_reuse_source (enterprise_id, source, source_block),
    constraint content_reuse_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
