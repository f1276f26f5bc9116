-- Words of a market about which somebody else there has to agree before readers see them, exactly as they were asked about.
create table adaptation_agreement (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(240) character set utf8mb4 collate utf8mb4_bin not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    asked_by_person_id binary(16) null,
    asked_at datetime(6) not null,
    due_at datetime(6) not null,
    answer varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    answered_by_person_id binary(16) null,
    answered_at datetime(6) null,
    primary key (tenant_id, id),
    key adaptation_agreement_open (tenant_id, state, due_at),
    key adaptation_agreement_course (tenant_id, course_slug, subject),
    constraint adaptation_agreement_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint adaptation_agreement_state check (state in ('OPEN', 'AGREED', 'DECLINED', 'WITHDRAWN', 'REPLACED'))
);
