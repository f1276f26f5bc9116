-- Record stores elsewhere that get what is stored here. What an admin has said of one is "terms", as JSON; the name and the
-- secret with which we sign in there are sealed under a key that no database holds.
create table forwarding_forwarder (
    tenant_id int not null,
    id binary(16) not null,
    title varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    terms mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    login varchar(6000) character set ascii collate ascii_bin not null,
    created_by_person_id binary(16) null,
    created_at timestamp(6) not null default current_timestamp(6),
    removed_at timestamp(6) null,
    primary key (tenant_id, id),
    constraint forwarding_forwarder_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint forwarding_forwarder_created_by foreign key (tenant_id, created_by_person_id)
        references identity_person (tenant_id, id)
);

-- How each of them is doing. Apart from the terms, since it changes with each request.
create table forwarding_standing (
    tenant_id int not null,
    id binary(16) not null,
    state varchar(20) character set ascii collate ascii_bin not null,
    -- when it is to be looked at; empty while nothing waits
    next_at timestamp(6) null,
    -- the node that is at work, and until when it is believed
    held_by binary(16) null,
    held_until timestamp(6) null,
    failures int not null default 0,
    trouble varchar(30) character set ascii collate ascii_bin null,
    trouble_status int not null default 0,
    trouble_at timestamp(6) null,
    last_sent_at timestamp(6) null,
    sent bigint not null default 0,
    -- were there already
    repeated bigint not null default 0,
    -- the filter did not want them, or they are not there any more
    left_out bigint not null default 0,
    -- only what was stored then or later
    begins_at timestamp(6) not null default current_timestamp(6),
    -- what was stored before: from where it is read, how far, and until where; until is empty before the first look
    replay_from binary(16) null,
    replay_position binary(16) null,
    replay_through binary(16) null,
    primary key (tenant_id, id),
    key forwarding_standing_next (next_at),
    constraint forwarding_standing_of foreign key (tenant_id, id) references forwarding_forwarder (tenant_id, id)
);

-- What waits: the positions of statements, in the order in which the events were numbered. "taken" of them are dealt with.
create table forwarding_portion (
    tenant_id int not null,
    forwarder_id binary(16) not null,
    number bigint not null,
    positions mediumblob not null,
    statements int not null,
    taken int not null default 0,
    primary key (tenant_id, forwarder_id, number),
    constraint forwarding_portion_of foreign key (tenant_id, forwarder_id) references forwarding_forwarder (tenant_id, id)
);

-- Statements that cannot be sent, or that the other store refuses for what they are.
create table forwarding_set_aside (
    tenant_id int not null,
    forwarder_id binary(16) not null,
    position binary(16) not null,
    statement_id binary(16) not null,
    -- the actor's term: what the other store said of the statement goes when the person goes
    actor binary(16) null,
    reason varchar(30) character set ascii collate ascii_bin not null,
    status int not null default 0,
    told varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    set_aside_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, forwarder_id, position),
    constraint forwarding_set_aside_of foreign key (tenant_id, forwarder_id)
        references forwarding_forwarder (tenant_id, id)
);
