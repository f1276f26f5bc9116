-- How good versions were when somebody published them, or wanted to, and what is not insisted on. Nothing is deleted: a waiver is
-- taken back, and can be read afterwards. A course that was refused may not be there yet, so that it is known by its slug alone.
create table quality_report (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    outcome varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    points int not null,
    judged_for binary(16) not null,
    judged_at timestamp(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key quality_report_number (enterprise_id, course_slug, number, outcome),
    constraint quality_report_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint quality_report_outcome check (outcome in ('PUBLISHED', 'REFUSED')),
    constraint quality_report_points check (points between 0 and 100)
);

create table quality_waiver (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    criterion varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) not null,
    last_day date not null,
    given_by binary(16) not null,
    given_at timestamp(6) not null,
    taken_back_by binary(16),
    taken_back_at timestamp(6) null,
    primary key (enterprise_id, id),
    key quality_waiver_course (enterprise_id, course_slug),
    constraint quality_waiver_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
