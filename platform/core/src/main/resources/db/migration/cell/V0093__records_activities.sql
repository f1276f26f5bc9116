-- What statements have said that activities are, put together. The id follows from the activity's IRI.
create table records_activity (
    tenant_id int not null,
    id binary(16) not null,
    iri longtext character set utf8mb4 collate utf8mb4_bin not null,
    definition longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    constraint records_activity_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
