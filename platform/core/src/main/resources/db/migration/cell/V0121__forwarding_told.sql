-- Of whom each store elsewhere was told. People are terms, as in the records' own indexes. Where a template gave somebody another
-- name, "known_as" is the term of that one, and "alias" the name itself, sealed.
create table forwarding_told (
    tenant_id int not null,
    forwarder_id binary(16) not null,
    term binary(16) not null,
    known_as binary(16) not null,
    alias varchar(6000) character set ascii collate ascii_bin null,
    since_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, forwarder_id, term, known_as),
    key forwarding_told_term (tenant_id, term),
    constraint forwarding_told_of foreign key (tenant_id, forwarder_id) references forwarding_forwarder (tenant_id, id)
);

-- What was asked of stores elsewhere for somebody who is forgotten here. "agents", sealed, are the names by which that store knows
-- them; they go when it has answered.
create table forwarding_erasure (
    tenant_id int not null,
    id binary(16) not null,
    forwarder_id binary(16) not null,
    subject binary(16) not null,
    state varchar(20) character set ascii collate ascii_bin not null,
    agents mediumtext character set ascii collate ascii_bin null,
    asked_at timestamp(6) not null default current_timestamp(6),
    next_at timestamp(6) null,
    held_until timestamp(6) null,
    failures int not null default 0,
    answer_status int not null default 0,
    answer varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    answered_at timestamp(6) null,
    -- an admin's, who had it done by other means
    note varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    noted_by_person_id binary(16) null,
    primary key (tenant_id, id),
    key forwarding_erasure_subject (tenant_id, subject),
    key forwarding_erasure_next (next_at),
    constraint forwarding_erasure_of foreign key (tenant_id, forwarder_id) references forwarding_forwarder (tenant_id, id),
    constraint forwarding_erasure_noted_by foreign key (tenant_id, noted_by_person_id)
        references identity_person (tenant_id, id)
);
