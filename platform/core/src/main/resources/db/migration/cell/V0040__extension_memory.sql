-- What plugins keep for a tenant.
create table extension_memory (
    tenant_id int not null,
    id binary(16) not null,
    plugin_id varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    entry_name varchar(100) collate utf8mb4_bin not null,
    entry_text text not null,
    primary key (tenant_id, id),
    unique key extension_memory_entry (tenant_id, plugin_id, entry_name),
    constraint extension_memory_tenant foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
