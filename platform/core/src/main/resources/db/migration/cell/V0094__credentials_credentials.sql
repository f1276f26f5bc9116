-- With what other systems of a tenant sign in to its learning record store. The id is the second half of the key that they
-- show, and the source of what they send.
create table credentials_credential (
    tenant_id int not null,
    id binary(16) not null,
    title varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    -- the names that xAPI has for them, with commas between
    scopes varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    -- of those who show a key and a secret
    secret_hash binary(32) null,
    -- of those who show a token of the tenant's realm
    client_id varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    -- the same until it is revoked, so that one client has one credential that is open
    open_client varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    -- empty: as many requests as come
    per_second int null,
    expires_at timestamp(6) null,
    -- empty: an operator
    created_by_person_id binary(16) null,
    created_at timestamp(6) not null default current_timestamp(6),
    revoked_by_person_id binary(16) null,
    revoked_at timestamp(6) null,
    last_used_at timestamp(6) null,
    primary key (tenant_id, id),
    unique key credentials_credential_open_client (tenant_id, open_client),
    constraint credentials_credential_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint credentials_credential_created_by foreign key (tenant_id, created_by_person_id)
        references identity_person (tenant_id, id),
    constraint credentials_credential_revoked_by foreign key (tenant_id, revoked_by_person_id)
        references identity_person (tenant_id, id),
    constraint credentials_credential_kind check ((secret_hash is null) <> (client_id is null)),
    constraint credentials_credential_per_second check (per_second > 0)
);
