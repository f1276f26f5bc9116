-- What spaces demand of what comes down through them, apart from what it says. Nothing is deleted: a lock is lifted, a claim is
-- taken back, and both can be read afterwards.
create table lineage_lock (
    enterprise_id int not null,
    id binary(16) not null,
    subject varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    space_level varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    scope varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    target varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    hold varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    since timestamp(6) not null,
    grace_until timestamp(6) not null,
    decider varchar(200) not null,
    reason varchar(1000) not null,
    set_by binary(16) not null,
    lifted_by binary(16),
    lifted_at timestamp(6) null,
    primary key (enterprise_id, id),
    key lineage_lock_subject (enterprise_id, subject),
    constraint lineage_lock_space foreign key (enterprise_id, space_slug) references tenancy_space (enterprise_id, slug),
    constraint lineage_lock_level check (space_level in ('GLOBAL', 'REGION')),
    constraint lineage_lock_scope check (scope in ('TYPE', 'ASSET', 'BLOCK', 'FIELD')),
    constraint lineage_lock_hold check (hold in ('OPEN', 'MUST_LOCALIZE', 'APPROVE', 'LOCKED')),
    constraint lineage_lock_grace check (grace_until >= since)
);

create table lineage_claim (
    enterprise_id int not null,
    id binary(16) not null,
    subject varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    block_slug varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    field varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    jurisdiction varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    legal_reference varchar(500) not null,
    verified_by binary(16) not null,
    verified_at timestamp(6) not null,
    valid_until timestamp(6) not null,
    taken_back_by binary(16),
    taken_back_at timestamp(6) null,
    primary key (enterprise_id, id),
    key lineage_claim_subject (enterprise_id, subject),
    constraint lineage_claim_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- Texts that must not be served any more since the law has changed, by their digests.
create table lineage_withdrawal (
    enterprise_id int not null,
    id binary(16) not null,
    subject varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    block_slug varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    field varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    digest char(64) character set ascii collate ascii_bin not null,
    since timestamp(6) not null,
    jurisdictions json not null,
    primary key (enterprise_id, id),
    key lineage_withdrawal_subject (enterprise_id, subject),
    constraint lineage_withdrawal_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
