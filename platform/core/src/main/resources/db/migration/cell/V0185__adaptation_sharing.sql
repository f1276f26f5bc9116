-- What a market lets others read of what it says itself: that it does, and until when. The words are where they were.
create table adaptation_sharing (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(240) character set utf8mb4 collate utf8mb4_bin not null,
    audience varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    ends_at datetime(6) not null,
    shared_by_person_id binary(16),
    shared_at datetime(6) not null,
    ended_at datetime(6) null,
    primary key (tenant_id, id),
    key adaptation_sharing_course (tenant_id, course_slug),
    constraint adaptation_sharing_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint adaptation_sharing_audience check (audience in ('HEADQUARTERS', 'EVERYBODY'))
);

-- What other markets of the enterprise let this one read. Comes from the core as a whole, and goes when it is taken back.
create table adaptation_shared_copy (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    key adaptation_shared_copy_course (enterprise_id, course_slug),
    constraint adaptation_shared_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
