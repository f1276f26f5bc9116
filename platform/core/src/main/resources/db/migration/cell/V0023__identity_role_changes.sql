-- Who changed what somebody may do in a tenant, and what it was before: to look it up, and to take it back.
create table identity_role_change (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    -- empty: nobody of the tenant; the sign-on, or an operator
    by_person_id binary(16) null,
    roles_before varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    roles_after varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    changed_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, id),
    key identity_role_change_person (tenant_id, person_id, changed_at),
    constraint identity_role_change_of foreign key (tenant_id, person_id) references identity_person (tenant_id, id),
    constraint identity_role_change_by foreign key (tenant_id, by_person_id) references identity_person (tenant_id, id)
) default character set utf8mb4 collate utf8mb4_bin;
