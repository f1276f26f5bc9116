-- What a person last said to a purpose that waits for consent. Both moments are kept: consent must be shown, and so must its end.
create table consent_consent (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    purpose varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    consented_at timestamp(6) null,
    withdrawn_at timestamp(6) null,
    primary key (tenant_id, id),
    unique key consent_consent_person (tenant_id, person_id, purpose),
    constraint consent_consent_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
