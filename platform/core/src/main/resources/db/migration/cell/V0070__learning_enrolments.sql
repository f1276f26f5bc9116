create table learning_enrolment (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    progress longtext character set utf8mb4 collate utf8mb4_bin not null,
    done_steps int not null,
    all_steps int not null,
    begun_at timestamp(6) not null,
    touched_at timestamp(6) not null,
    primary key (tenant_id, id),
    unique key learning_enrolment_person (tenant_id, person_id, course_slug),
    constraint learning_enrolment_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint learning_enrolment_state check (state in ('UNDER_WAY', 'COMPLETED'))
);

create table learning_completion (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    version_number int not null,
    effective_digest char(64) character set ascii collate ascii_bin not null,
    title varchar(500) not null,
    title_language varchar(35) character set utf8mb4 collate utf8mb4_bin not null,
    attempt int not null,
    score int not null,
    completed_at timestamp(6) not null,
    completed_on date not null,
    valid_until date,
    code varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    unique key learning_completion_code (tenant_id, code),
    key learning_completion_person (tenant_id, person_id, completed_at),
    constraint learning_completion_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- What the rules of a tenant's plugins ask of a person, as they last said it; the id is the person's.
create table learning_duty_sheet (
    tenant_id int not null,
    id binary(16) not null,
    asked_on date not null,
    duties longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    constraint learning_duty_sheet_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
