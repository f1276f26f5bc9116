-- What the core has published of the enterprises and tenants that this cell hosts.
create table tenancy_enterprise (
    enterprise_id int not null,
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    definition json not null,
    primary key (enterprise_id)
);

create table tenancy_tenant (
    tenant_id int not null,
    enterprise_id int not null,
    slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    profile json not null,
    primary key (tenant_id),
    unique key tenancy_tenant_slug (slug),
    constraint tenancy_tenant_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
