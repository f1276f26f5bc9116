-- What an enterprise has decided in its core, as a chain that is only ever added to. Where it ends.
create table governance_chain (
    enterprise_id int not null,
    number bigint not null,
    hash char(64) character set ascii collate ascii_bin not null,
    -- over number and hash, under a key that no database holds
    seal char(64) character set ascii collate ascii_bin not null,
    primary key (enterprise_id),
    constraint governance_chain_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- One decision, without anybody in it. What is hashed is the body; the columns before it are for looking things up.
create table governance_entry (
    enterprise_id int not null,
    number bigint not null,
    kind varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    asset_type varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    asset_slug varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    body longtext character set utf8mb4 collate utf8mb4_bin not null,
    hash char(64) character set ascii collate ascii_bin not null,
    primary key (enterprise_id, number),
    key governance_entry_kind (enterprise_id, kind, number),
    key governance_entry_asset (enterprise_id, asset_slug, number),
    constraint governance_entry_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- Who has decided it and why: what an entry's commitment was made of. It goes when they are forgotten.
create table governance_opening (
    enterprise_id int not null,
    number bigint not null,
    salt char(64) character set ascii collate ascii_bin not null,
    content longtext character set utf8mb4 collate utf8mb4_bin not null,
    actor_id binary(16) not null,
    primary key (enterprise_id, number),
    key governance_opening_actor (enterprise_id, actor_id),
    constraint governance_opening_of foreign key (enterprise_id, number) references governance_entry (enterprise_id, number)
);
