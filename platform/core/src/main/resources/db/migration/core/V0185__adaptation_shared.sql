-- What markets let headquarters read of what they say themselves. Gone as soon as it is taken back or has ended.
create table adaptation_shared (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    audience varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    ends_at datetime(6) not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    heard_at datetime(6) not null,
    primary key (enterprise_id, id),
    key adaptation_shared_course (enterprise_id, course_slug),
    constraint adaptation_shared_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint adaptation_shared_audience check (audience in ('HEADQUARTERS', 'EVERYBODY'))
);
