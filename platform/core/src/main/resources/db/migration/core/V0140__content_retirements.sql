-- Masters that are given up, with what happens to whoever is in the middle. Nothing is deleted: a retirement is taken back, and
-- can be read afterwards.
create table content_retirement (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    since date not null,
    last_day date not null,
    grounds varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) not null,
    successor_slug varchar(80) character set utf8mb4 collate utf8mb4_bin,
    announced_by binary(16) not null,
    announced_at datetime(6) not null,
    taken_back_by binary(16),
    taken_back_at datetime(6) null,
    primary key (enterprise_id, id),
    key content_retirement_course (enterprise_id, course_slug),
    constraint content_retirement_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint content_retirement_grounds check (grounds in ('ORDINARY', 'REGULATORY')),
    constraint content_retirement_days check (last_day >= since or grounds = 'REGULATORY')
);
