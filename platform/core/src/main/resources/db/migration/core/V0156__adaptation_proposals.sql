-- What markets propose for masters, as they have sent it. Whose name stands beside it can be forgotten; the rest stays.
create table adaptation_proposal (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    byline varchar(200) character set utf8mb4 collate utf8mb4_bin,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    answer varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    version_number int,
    decided_by binary(16),
    decided_at datetime(6) null,
    heard_at datetime(6) not null,
    primary key (enterprise_id, id),
    key adaptation_proposal_course (enterprise_id, course_slug),
    constraint adaptation_proposal_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint adaptation_proposal_state check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'))
);
