-- Who works in the global core: actors, never names. A byline is what an actor agreed to show to everybody.
create table identity_core_member (
    enterprise_id int not null,
    id binary(16) not null,
    byline varchar(120) null,
    roles varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    language_tag varchar(35) character set utf8mb4 collate utf8mb4_bin null,
    since timestamp(6) not null default current_timestamp(6),
    primary key (enterprise_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table identity_core_session (
    enterprise_id int not null,
    id binary(16) not null,
    actor_id binary(16) not null,
    token_hash binary(32) not null,
    keycloak_session varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    started_at timestamp(6) not null default current_timestamp(6),
    seen_at timestamp(6) not null default current_timestamp(6),
    expires_at timestamp(6) not null default current_timestamp(6),
    primary key (enterprise_id, id),
    unique key identity_core_session_token (enterprise_id, token_hash),
    key identity_core_session_keycloak (enterprise_id, keycloak_session),
    constraint identity_core_session_of foreign key (enterprise_id, actor_id)
        references identity_core_member (enterprise_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table identity_core_seen_token (
    enterprise_id int not null,
    token_hash binary(32) not null,
    until_at timestamp(6) not null default current_timestamp(6),
    primary key (enterprise_id, token_hash)
) default character set utf8mb4 collate utf8mb4_bin;
