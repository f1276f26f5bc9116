-- Laws that change, as this cell reads of them. Only the feed writes here.
create table regulation_change_copy (
    enterprise_id int not null,
    id binary(16) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    constraint regulation_change_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- That a market has written down who has to learn a course again; the digest is of all commitments.
create table regulation_round (
    tenant_id int not null,
    id binary(16) not null,
    change_id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    people int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    assigned_at datetime(6) not null,
    primary key (tenant_id, id),
    constraint regulation_round_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Who has to learn a course again. The commitment stays when somebody is forgotten; what opens it, and who it was, goes.
create table regulation_assignment (
    tenant_id int not null,
    id binary(16) not null,
    change_id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    commitment char(64) character set ascii collate ascii_bin not null,
    salt char(64) character set ascii collate ascii_bin,
    content varchar(2000) character set utf8mb4 collate utf8mb4_bin,
    person_id binary(16),
    learned boolean,
    erased_mark char(64) character set ascii collate ascii_bin,
    erased_at datetime(6) null,
    primary key (tenant_id, id),
    unique key regulation_assignment_person (tenant_id, change_id, course_slug, person_id),
    key regulation_assignment_promise (tenant_id, change_id, course_slug, commitment),
    key regulation_assignment_of_person (tenant_id, person_id),
    constraint regulation_assignment_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
