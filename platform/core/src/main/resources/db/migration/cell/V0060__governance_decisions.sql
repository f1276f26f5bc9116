-- What a tenant has decided, as a chain that is only ever added to. Where it ends.
create table governance_chain (
    tenant_id int not null,
    number bigint not null,
    hash char(64) character set ascii collate ascii_bin not null,
    -- over number and hash, under a key that no database holds
    seal char(64) character set ascii collate ascii_bin not null,
    primary key (tenant_id),
    constraint governance_chain_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- One decision, without anybody in it. What is hashed is the body; the columns before it are for looking things up.
create table governance_entry (
    tenant_id int not null,
    number bigint not null,
    kind varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    asset_type varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    asset_slug varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    hash char(64) character set ascii collate ascii_bin not null,
    primary key (tenant_id, number),
    key governance_entry_kind (tenant_id, kind, number),
    key governance_entry_asset (tenant_id, asset_slug, number),
    constraint governance_entry_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Who has decided it and why: what an entry's commitment was made of. It goes when they are forgotten.
create table governance_opening (
    tenant_id int not null,
    number bigint not null,
    salt char(64) character set ascii collate ascii_bin not null,
    content longtext character set utf8mb4 collate utf8mb4_bin not null,
    actor_id binary(16) not null,
    primary key (tenant_id, number),
    key governance_opening_actor (tenant_id, actor_id),
    constraint governance_opening_of foreign key (tenant_id, number) references governance_entry (tenant_id, number)
);
