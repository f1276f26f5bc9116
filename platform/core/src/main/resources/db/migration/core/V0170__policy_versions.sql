-- A policy as it was published, with who answers for it. Never changed. Nobody has published what was made of the operator's file.
create table policy_version (
    enterprise_id int not null,
    id binary(16) not null,
    policy_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    change_class varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    effective_from datetime(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key policy_version_number (enterprise_id, policy_slug, number),
    constraint policy_version_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint policy_version_class check (change_class in ('COSMETIC', 'MINOR', 'MAJOR', 'REGULATORY'))
);

-- What a region says otherwise, as it was published. Never changed; the highest revision holds.
create table policy_overlay (
    enterprise_id int not null,
    id binary(16) not null,
    policy_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    revision int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key policy_overlay_revision (enterprise_id, policy_slug, space_slug, revision),
    constraint policy_overlay_space foreign key (enterprise_id, space_slug) references tenancy_space (enterprise_id, slug)
);

-- Which figures a market has chosen itself, as its cell has told it: figures and days, none of the market's words.
create table policy_market (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    heard_at datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key policy_market_tenant (enterprise_id, tenant_slug),
    constraint policy_market_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
