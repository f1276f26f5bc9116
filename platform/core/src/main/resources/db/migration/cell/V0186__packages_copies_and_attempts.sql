create table packages_file_copy (
    enterprise_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key packages_file_copy_digest (enterprise_id, digest),
    constraint packages_file_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table packages_version_copy (
    enterprise_id int not null,
    id binary(16) not null,
    package_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    effective_from datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key packages_version_copy_number (enterprise_id, package_slug, number),
    constraint packages_version_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table packages_overlay_copy (
    enterprise_id int not null,
    id binary(16) not null,
    package_asset varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key packages_overlay_copy_space (enterprise_id, package_asset, space_slug),
    constraint packages_overlay_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- A package that a market has brought itself.
create table packages_market_file (
    tenant_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    brought_at timestamp(6) not null,
    primary key (tenant_id, id),
    unique key packages_market_file_digest (tenant_id, digest),
    constraint packages_market_file_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- One try of one person, with the file that it began with.
create table packages_attempt (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    package_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    attempt int not null,
    version_number int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    run_values longtext character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    begun_at timestamp(6) not null,
    touched_at timestamp(6) not null,
    primary key (tenant_id, id),
    unique key packages_attempt_number (tenant_id, person_id, package_slug, attempt),
    constraint packages_attempt_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint packages_attempt_state check (state in ('UNDER_WAY', 'COMPLETED', 'ENDED'))
);
