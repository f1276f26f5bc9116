-- Masters of content: assets, their versions for ever, the ids their blocks have used up, and what spaces change in them.
create table content_asset (
    enterprise_id int not null,
    id binary(16) not null,
    kind varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    owner_name varchar(200) not null,
    steward_name varchar(200) not null,
    review_due date not null,
    objective varchar(500) not null,
    state varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    created_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key content_asset_slug (enterprise_id, slug),
    constraint content_asset_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint content_asset_state check (state in ('PUBLISHED', 'RETIRED'))
);

create table content_asset_version (
    enterprise_id int not null,
    id binary(16) not null,
    asset_id binary(16) not null,
    number int not null,
    parent_number int not null,
    change_class varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    effective_from timestamp(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key content_asset_version_number (enterprise_id, asset_id, number),
    constraint content_asset_version_of foreign key (enterprise_id, asset_id) references content_asset (enterprise_id, id),
    constraint content_asset_version_class check (change_class in ('COSMETIC', 'MINOR', 'MAJOR', 'REGULATORY'))
);

-- A block's id means the same for ever: the progress of people and the overrides of markets hang on it.
create table content_block (
    enterprise_id int not null,
    id binary(16) not null,
    asset_id binary(16) not null,
    slug varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    kind varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    since_number int not null,
    primary key (enterprise_id, id),
    unique key content_block_slug (enterprise_id, asset_id, slug),
    constraint content_block_of foreign key (enterprise_id, asset_id) references content_asset (enterprise_id, id)
);

create table content_overlay (
    enterprise_id int not null,
    id binary(16) not null,
    asset_id binary(16) not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_level varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    revision int not null,
    base_number int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    published_by binary(16) not null,
    published_at timestamp(6) not null,
    primary key (enterprise_id, id),
    unique key content_overlay_revision (enterprise_id, asset_id, space_slug, revision),
    constraint content_overlay_of foreign key (enterprise_id, asset_id) references content_asset (enterprise_id, id),
    constraint content_overlay_space foreign key (enterprise_id, space_slug) references tenancy_space (enterprise_id, slug),
    constraint content_overlay_level check (space_level in ('REGION', 'TENANT'))
);

create table content_media (
    enterprise_id int not null,
    id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    media_type varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    byte_count bigint not null,
    primary key (enterprise_id, id),
    unique key content_media_digest (enterprise_id, digest),
    constraint content_media_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
