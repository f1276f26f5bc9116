-- Who belongs to a tenant. Names and addresses never leave this database.
create table identity_person (
    tenant_id int not null,
    id binary(16) not null,
    actor_id binary(16) not null,
    realm varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    given_name varchar(120) not null,
    family_name varchar(120) not null,
    email varchar(254) not null,
    language_tag varchar(35) character set utf8mb4 collate utf8mb4_bin null,
    hired_on date null,
    joined_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, id),
    unique key identity_person_account (tenant_id, realm, subject),
    unique key identity_person_actor (tenant_id, actor_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table identity_membership (
    tenant_id int not null,
    id binary(16) not null,
    roles varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    since timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, id),
    constraint identity_membership_of foreign key (tenant_id, id) references identity_person (tenant_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table identity_session (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    token_hash binary(32) not null,
    keycloak_session varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    started_at timestamp(6) not null default current_timestamp(6),
    seen_at timestamp(6) not null default current_timestamp(6),
    expires_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, id),
    unique key identity_session_token (tenant_id, token_hash),
    key identity_session_keycloak (tenant_id, keycloak_session),
    constraint identity_session_of foreign key (tenant_id, person_id) references identity_person (tenant_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

-- What was shown once and must not be shown again.
create table identity_seen_token (
    tenant_id int not null,
    token_hash binary(32) not null,
    until_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, token_hash)
) default character set utf8mb4 collate utf8mb4_bin;

create table identity_invitation (
    tenant_id int not null,
    id binary(16) not null,
    token_hash binary(32) not null,
    made_at timestamp(6) not null default current_timestamp(6),
    until_at timestamp(6) not null default current_timestamp(6),
    used_by binary(16) null,
    primary key (tenant_id, id),
    unique key identity_invitation_token (tenant_id, token_hash),
    constraint identity_invitation_used_by foreign key (tenant_id, used_by) references identity_person (tenant_id, id)
) default character set utf8mb4 collate utf8mb4_bin;
