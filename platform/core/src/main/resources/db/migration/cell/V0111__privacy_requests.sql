-- What people have asked for about their own data, and what became of it. Once somebody is erased nothing here says whose
-- request it was: "person_id" is emptied, and the identifiers are gone.
create table privacy_request (
    tenant_id int not null,
    id binary(16) not null,
    kind varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    -- who asks: the person, an admin for somebody else, or the register of erasures after a restore
    origin varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    person_id binary(16) null,
    language_tag varchar(35) character set utf8mb4 collate utf8mb4_bin not null,
    asked_at timestamp(6) not null default current_timestamp(6),
    -- the last day of the term that the law sets, and where it says so
    due_on date not null,
    term_reference varchar(200) not null,
    decided_by_person_id binary(16) null,
    decided_at timestamp(6) null,
    reason varchar(1000) null,
    ended_at timestamp(6) null,
    done_parts int not null default 0,
    all_parts int not null default 0,
    failures int not null default 0,
    outcome longtext character set utf8mb4 collate utf8mb4_bin not null,
    -- when what the law demands to be kept may go, too
    again_on date null,
    -- of an export: what it is encrypted with, its size, and until when it can be had
    file_key binary(32) null,
    file_bytes bigint null,
    expires_at timestamp(6) null,
    primary key (tenant_id, id),
    key privacy_request_state (state, tenant_id),
    key privacy_request_person (tenant_id, person_id),
    constraint privacy_request_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- By what somebody is known who is to be erased; gone with the erasure. Where evidence stays until a day: the ids that it takes
-- to go on then.
create table privacy_subject (
    tenant_id int not null,
    id binary(16) not null,
    identifiers longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    constraint privacy_subject_of foreign key (tenant_id, id) references privacy_request (tenant_id, id)
);

-- Who was erased, as digests under the installation's key: nobody's name, and nothing that leads back to anybody without it.
create table privacy_erasure (
    tenant_id int not null,
    id binary(16) not null,
    erased_at timestamp(6) not null default current_timestamp(6),
    entry longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    constraint privacy_erasure_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Whose data must stay, whoever wants it gone, since a dispute or an authority needs it.
create table privacy_hold (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) null,
    identifiers longtext character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) not null,
    placed_by_person_id binary(16) null,
    placed_at timestamp(6) not null default current_timestamp(6),
    until_on date null,
    lifted_by_person_id binary(16) null,
    lifted_at timestamp(6) null,
    lift_reason varchar(1000) null,
    primary key (tenant_id, id),
    key privacy_hold_person (tenant_id, person_id),
    constraint privacy_hold_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- What the time that a purpose allows has removed, of one holder in one run.
create table privacy_retention (
    tenant_id int not null,
    id binary(16) not null,
    purpose varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    holder varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    -- the day of the run, and the day from which things are young enough to stay
    ran_on date not null,
    kept_from date not null,
    dry boolean not null,
    things bigint not null,
    asked_at timestamp(6) not null default current_timestamp(6),
    ended_at timestamp(6) null,
    primary key (tenant_id, id),
    key privacy_retention_day (tenant_id, ran_on, purpose, holder),
    key privacy_retention_open (ended_at, tenant_id),
    constraint privacy_retention_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Which node works for this cell now, until when the others leave it alone.
create table privacy_turn (
    name varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    node varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    until_at timestamp(6) not null default current_timestamp(6),
    primary key (name)
);

insert into privacy_turn (name, node, until_at) values ('privacy', '', '1970-01-02 00:00:00');
