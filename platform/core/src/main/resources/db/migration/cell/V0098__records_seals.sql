-- What statements say of people lies apart from them, each person's part under a key of that person. Decision 17.

-- How many seals of a tenant have been destroyed. Whoever stores a statement holds this row (its foreign key does) until the
-- commit; whoever destroys a seal waits for them, and changes the number, so that a key in memory is known to be out of date.
create table records_sealing (
    tenant_id int not null,
    destroyed bigint not null,
    primary key (tenant_id),
    constraint records_sealing_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- The keys. "person" is the term by which somebody is found. Of a destroyed seal neither the key nor the person is there;
-- "forgetting" is the person as long as rows still have to be changed that are found by it.
create table records_seal (
    tenant_id int not null,
    seal_id binary(16) not null,
    person binary(16),
    evidence boolean not null,
    wrapped_key varbinary(100),
    forgetting binary(16),
    destroyed_at timestamp(6) null,
    primary key (tenant_id, seal_id),
    unique key records_seal_person (tenant_id, person, evidence),
    key records_seal_forgetting (tenant_id, forgetting),
    constraint records_seal_of foreign key (tenant_id) references records_sealing (tenant_id),
    constraint records_seal_destroyed check ((wrapped_key is null) = (destroyed_at is not null)),
    constraint records_seal_of_nobody check (person is null or destroyed_at is null)
);

insert into records_sealing (tenant_id, destroyed) select distinct tenant_id, 0 from records_statement;

alter table records_statement
    add column sealed mediumblob after statement,
    drop foreign key records_statement_of,
    add constraint records_statement_sealing foreign key (tenant_id) references records_sealing (tenant_id);
