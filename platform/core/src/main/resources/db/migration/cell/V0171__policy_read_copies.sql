create table policy_version_copy (
    enterprise_id int not null,
    id binary(16) not null,
    policy_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    effective_from datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key policy_version_copy_number (enterprise_id, policy_slug, number),
    constraint policy_version_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table policy_overlay_copy (
    enterprise_id int not null,
    id binary(16) not null,
    policy_asset varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key policy_overlay_copy_space (enterprise_id, policy_asset, space_slug),
    constraint policy_overlay_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
