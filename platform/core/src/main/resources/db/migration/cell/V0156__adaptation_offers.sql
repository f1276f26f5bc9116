-- What a market has offered to headquarters: exactly what was sent, and what became of it.
create table adaptation_offer (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(240) character set utf8mb4 collate utf8mb4_bin not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    byline varchar(200) character set utf8mb4 collate utf8mb4_bin,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    answer varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    version_number int,
    offered_by_person_id binary(16),
    offered_at datetime(6) not null,
    primary key (tenant_id, id),
    key adaptation_offer_course (tenant_id, course_slug),
    constraint adaptation_offer_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint adaptation_offer_state check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'))
);

-- What headquarters has answered, as this cell reads it. Only the feed writes here.
create table adaptation_answer_copy (
    enterprise_id int not null,
    id binary(16) not null,
    document text character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    constraint adaptation_answer_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
