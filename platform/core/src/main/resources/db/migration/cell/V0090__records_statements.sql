-- What people did, as xAPI statements. Written once; only "voided" ever changes. Decision 14 says why the rows lie as they do:
-- in the order in which they were stored, which "position", a UUIDv7 of ours, is. Agents, verbs and activities are terms:
-- hashes of what names them, those of agents under a key that no database holds.
create table records_statement (
    tenant_id int not null,
    position binary(16) not null,
    statement_id binary(16) not null,
    source_id binary(16) not null,
    actor binary(16),
    verb binary(16) not null,
    activity binary(16),
    registration binary(16),
    happened_on date not null,
    voided boolean not null default false,
    statement mediumblob not null,
    primary key (tenant_id, position),
    unique key records_statement_id (tenant_id, statement_id),
    key records_statement_actor (tenant_id, actor, position, verb),
    key records_statement_verb (tenant_id, verb, position),
    key records_statement_activity (tenant_id, activity, position, verb),
    key records_statement_registration (tenant_id, registration, position),
    key records_statement_source (tenant_id, source_id, position),
    constraint records_statement_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- What else a statement is found by: further agents and activities in it, and everything by which a statement is found that
-- it refers to. "subject" is the position of the statement that says so: its own, or that of the one it refers to.
create table records_mention (
    tenant_id int not null,
    term binary(16) not null,
    position binary(16) not null,
    subject binary(16) not null,
    kind tinyint not null,
    primary key (tenant_id, term, position, subject),
    key records_mention_position (tenant_id, position),
    constraint records_mention_of foreign key (tenant_id, position) references records_statement (tenant_id, position)
        on delete cascade
);

-- Which statement refers to which, whether or not that one is there.
create table records_reference (
    tenant_id int not null,
    target_id binary(16) not null,
    referrer binary(16) not null,
    voids boolean not null,
    primary key (tenant_id, target_id, referrer),
    key records_reference_referrer (tenant_id, referrer),
    constraint records_reference_of foreign key (tenant_id, referrer) references records_statement (tenant_id, position)
        on delete cascade
);

-- The contents that came with a statement. "digest" names the blob, "sha2" is what the statement calls it.
create table records_attachment (
    tenant_id int not null,
    position binary(16) not null,
    sha2 varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    content_type varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    digest binary(32) not null,
    primary key (tenant_id, position, sha2),
    key records_attachment_sha2 (tenant_id, sha2),
    key records_attachment_digest (digest),
    constraint records_attachment_of foreign key (tenant_id, position) references records_statement (tenant_id, position)
        on delete cascade
);
