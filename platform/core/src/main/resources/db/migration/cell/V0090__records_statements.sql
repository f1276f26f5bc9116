-- What people did, as xAPI statements. Written once and never changed.
create table records_statement (
    tenant_id int not null,
    id binary(16) not null,
    actor_id binary(16) not null,
    verb varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    activity varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    registration binary(16) not null,
    statement longtext character set utf8mb4 collate utf8mb4_bin not null,
    stored_at timestamp(6) not null,
    primary key (tenant_id, id),
    key records_statement_actor (tenant_id, actor_id, id),
    key records_statement_verb (tenant_id, verb, id),
    key records_statement_activity (tenant_id, activity, id),
    key records_statement_registration (tenant_id, registration, id),
    key records_statement_stored (tenant_id, stored_at),
    constraint records_statement_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
