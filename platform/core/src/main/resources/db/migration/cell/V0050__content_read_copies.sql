-- What the core has published, as this cell reads it. Only the feed writes here.
create table content_version_copy (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    effective_from timestamp(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key content_version_copy_number (enterprise_id, course_slug, number),
    constraint content_version_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table content_overlay_copy (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_level varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    revision int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key content_overlay_copy_space (enterprise_id, course_slug, space_slug),
    constraint content_overlay_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table content_media_copy (
    enterprise_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    media_type varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key content_media_copy_digest (enterprise_id, digest),
    constraint content_media_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- Courses that a market's own plugins bring: the tenant's content, in its cell only.
create table content_market_course (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    plugin varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    effective_from timestamp(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    unique key content_market_course_number (tenant_id, course_slug, number),
    constraint content_market_course_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

create table content_market_media (
    tenant_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    media_type varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    unique key content_market_media_digest (tenant_id, digest),
    constraint content_market_media_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
