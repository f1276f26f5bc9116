-- Copies of the cells' registers of erasures: digests under the installation's key, nobody's data.
create table privacy_erasure (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_number int not null,
    cell varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    entry longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    constraint privacy_erasure_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
