-- Laws that change, what rests on them, and who was asked to bring it to what the law says now. Nothing is deleted: a change that does
-- not come is taken back, and can be read afterwards. Who works in a core is an actor.
create table regulation_change (
    enterprise_id int not null,
    id binary(16) not null,
    title varchar(200) not null,
    legal_reference varchar(500) not null,
    jurisdictions varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    says varchar(4000) not null,
    announced_in varchar(300) not null,
    effective_on date not null,
    days_to_learn int not null,
    announced_by binary(16) not null,
    announced_at datetime(6) not null,
    taken_back_by binary(16),
    taken_back_at datetime(6) null,
    read_through bigint not null,
    primary key (enterprise_id, id),
    constraint regulation_change_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint regulation_change_days check (days_to_learn between 1 and 366)
);

create table regulation_task (
    enterprise_id int not null,
    id binary(16) not null,
    change_id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    texts text character set utf8mb4 collate utf8mb4_bin not null,
    claims int not null,
    version_before int not null,
    digest_before char(64) character set ascii collate ascii_bin not null,
    asked_actor binary(16),
    asked_by binary(16),
    asked_at datetime(6) null,
    version_after int,
    digest_after char(64) character set ascii collate ascii_bin,
    effective_after datetime(6) null,
    answered_by binary(16),
    answered_at datetime(6) null,
    primary key (enterprise_id, id),
    unique key regulation_task_course (enterprise_id, change_id, course_slug),
    constraint regulation_task_of foreign key (enterprise_id, change_id) references regulation_change (enterprise_id, id)
);

-- What stands in the log of decisions about a change, without who has decided it: the entries as they were hashed.
create table regulation_evidence (
    enterprise_id int not null,
    id binary(16) not null,
    change_id binary(16) not null,
    number bigint not null,
    line text character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key regulation_evidence_number (enterprise_id, change_id, number),
    constraint regulation_evidence_of foreign key (enterprise_id, change_id) references regulation_change (enterprise_id, id)
);

-- What markets have told of their people, in figures.
create table regulation_progress (
    enterprise_id int not null,
    id binary(16) not null,
    change_id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    assigned int not null,
    learned int not null,
    erased int not null,
    heard_at datetime(6) not null,
    primary key (enterprise_id, id),
    unique key regulation_progress_tenant (enterprise_id, change_id, tenant_slug),
    constraint regulation_progress_of foreign key (enterprise_id, change_id) references regulation_change (enterprise_id, id)
);
