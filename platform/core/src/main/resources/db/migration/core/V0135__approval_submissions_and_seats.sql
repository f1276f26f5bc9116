-- Candidates on their way to become versions, and who may agree in which lane. A submission is one document, held while somebody does
-- something with it; the columns beside it are for finding it. Nothing is deleted. A course may not be there yet, so that it is known
-- by its slug alone. Days of seats may lie far ahead.
create table approval_submission (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(300) not null,
    title_language varchar(35) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    is_open boolean not null,
    begun_by binary(16) not null,
    begun_at datetime(6) not null,
    changed_at datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    key approval_submission_open (enterprise_id, is_open, changed_at),
    constraint approval_submission_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint approval_submission_known
        check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN'))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table approval_seat (
    enterprise_id int not null,
    id binary(16) not null,
    lane varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    space_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    actor_id binary(16) not null,
    lent_by binary(16) null,
    given_by binary(16) not null,
    given_at datetime(6) not null,
    last_day date null,
    ended_by binary(16) null,
    ended_at datetime(6) null,
    primary key (enterprise_id, id),
    key approval_seat_lane (enterprise_id, lane),
    constraint approval_seat_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint approval_seat_known
        check (lane in ('SUBJECT_EXPERT', 'LEGAL', 'IT', 'WORKS_COUNCIL', 'REGIONAL'))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
