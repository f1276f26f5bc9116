-- Numbers are given once and never again: a number whose owner is gone stays in this table.
create table tenancy_number (
    number int not null,
    kind varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    given_at timestamp(6) not null,
    primary key (kind, number),
    unique key tenancy_number_slug (kind, slug),
    constraint tenancy_number_kind check (kind in ('ENTERPRISE', 'TENANT'))
);

create table tenancy_enterprise (
    enterprise_id int not null,
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    definition json not null,
    changed_at timestamp(6) not null,
    primary key (enterprise_id),
    unique key tenancy_enterprise_slug (slug)
);

create table tenancy_space (
    enterprise_id int not null,
    id binary(16) not null,
    kind varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    parent_id binary(16),
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    names json not null,
    jurisdictions json not null,
    primary key (enterprise_id, id),
    unique key tenancy_space_slug (enterprise_id, slug),
    constraint tenancy_space_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint tenancy_space_parent foreign key (enterprise_id, parent_id) references tenancy_space (enterprise_id, id),
    constraint tenancy_space_kind check (kind in ('GLOBAL', 'REGION', 'TENANT', 'PARTNER'))
);

create table tenancy_tenant (
    enterprise_id int not null,
    tenant_number int not null,
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_id binary(16) not null,
    cell varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    profile json not null,
    changed_at timestamp(6) not null,
    primary key (enterprise_id, tenant_number),
    unique key tenancy_tenant_number (tenant_number),
    unique key tenancy_tenant_slug (slug),
    constraint tenancy_tenant_space foreign key (enterprise_id, space_id) references tenancy_space (enterprise_id, id)
);
