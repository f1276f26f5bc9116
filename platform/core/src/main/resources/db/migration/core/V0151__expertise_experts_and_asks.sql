-- Who answers what authors ask, how many minutes a month they give, and what they were asked. Experts and authors are actors. An
-- ask is never deleted: what was confirmed stands behind claims, and is thanked for.
create table expertise_expert (
    enterprise_id int not null,
    id binary(16) not null,
    domains varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    minutes_a_month int not null,
    zone varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    delegate_id binary(16) null,
    delegated_through date null,
    since timestamp(6) not null,
    primary key (enterprise_id, id),
    constraint expertise_expert_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table expertise_ask (
    enterprise_id int not null,
    id binary(16) not null,
    asker_id binary(16) not null,
    expert_id binary(16) not null,
    instead_of_id binary(16) null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    domain varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    lane varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    kind varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    question longtext character set utf8mb4 collate utf8mb4_bin not null,
    minutes int not null,
    asked_at timestamp(6) not null,
    due_at datetime(6) not null,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    escalated_at timestamp(6) null,
    verdict varchar(10) character set utf8mb4 collate utf8mb4_bin null,
    answer_words varchar(2000) null,
    via varchar(10) character set utf8mb4 collate utf8mb4_bin null,
    answered_at timestamp(6) null,
    primary key (enterprise_id, id),
    key expertise_ask_expert (enterprise_id, expert_id, state, asked_at),
    key expertise_ask_asker (enterprise_id, asker_id, asked_at),
    key expertise_ask_course (enterprise_id, course_slug, asked_at),
    key expertise_ask_due (enterprise_id, state, due_at),
    constraint expertise_ask_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
