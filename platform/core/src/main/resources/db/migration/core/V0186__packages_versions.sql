-- A package that somebody has brought, and that was looked through. The same file is there once.
create table packages_file (
    enterprise_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    brought_by binary(16) not null,
    brought_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key packages_file_digest (enterprise_id, digest),
    constraint packages_file_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- A package as it was published, with who answers for it. Never changed.
create table packages_version (
    enterprise_id int not null,
    id binary(16) not null,
    package_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    change_class varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    effective_from datetime(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key packages_version_number (enterprise_id, package_slug, number),
    constraint packages_version_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint packages_version_class check (change_class in ('COSMETIC', 'MINOR', 'MAJOR', 'REGULATORY'))
);

-- What a region puts in its place, as it was published. Never changed; the highest revision holds.
create table packages_overlay (
    enterprise_id int not null,
    id binary(16) not null,
    package_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    revision int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key packages_overlay_revision (enterprise_id, package_slug, space_slug, revision),
    constraint packages_overlay_space foreign key (enterprise_id, space_slug) references tenancy_space (enterprise_id, slug)
);

-- How packages stand in a market, as its cell has told it: digests and days, none of the market's words and files.
create table packages_market (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    heard_at datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key packages_market_tenant (enterprise_id, tenant_slug),
    constraint packages_market_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
