-- Runs of the audit. One at a time is open in an enterprise: is_open is 1 or nothing. Who works at it says so every few seconds; a
-- run of which nobody has said so for a while is begun anew, since nothing of it is kept before it is done.
create table audit_run (
    enterprise_id int not null,
    id binary(16) not null,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    is_open tinyint,
    asked_at datetime(6) not null,
    asked_by binary(16),
    attempts int not null,
    node binary(16),
    beat_at datetime(6),
    ended_at datetime(6),
    step varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    steps_done int not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key audit_run_open (enterprise_id, is_open),
    constraint audit_run_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint audit_run_state check (state in ('ASKED', 'RUNNING', 'DONE', 'FAILED', 'STOPPED'))
);

-- What was found, as the run that saw it last saw it. What is not found any more is kept, with the run that did not find it.
create table audit_finding (
    enterprise_id int not null,
    id binary(16) not null,
    kind varchar(30) character set utf8mb4 collate utf8mb4_bin not null,
    subjects longtext character set utf8mb4 collate utf8mb4_bin not null,
    marks longtext character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(500) not null,
    title_language varchar(35) character set utf8mb4 collate utf8mb4_bin not null,
    owner varchar(500) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    came_run binary(16) not null,
    seen_run binary(16) not null,
    gone_run binary(16),
    first_seen_at datetime(6) not null,
    seen_at datetime(6) not null,
    gone_at datetime(6),
    primary key (enterprise_id, id),
    key audit_finding_gone (enterprise_id, gone_at),
    constraint audit_finding_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- What somebody has decided about a finding. Rows are only added: to undo one, or to say that a task is done, is one more row.
create table audit_act (
    enterprise_id int not null,
    id binary(16) not null,
    finding_id binary(16) not null,
    kind varchar(30) character set utf8mb4 collate utf8mb4_bin not null,
    actor binary(16) not null,
    acted_at datetime(6) not null,
    reason varchar(1000) not null,
    assignee varchar(500) not null,
    last_day date,
    about_act binary(16),
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key audit_act_about (enterprise_id, about_act),
    key audit_act_finding (enterprise_id, finding_id),
    constraint audit_act_of foreign key (enterprise_id, finding_id) references audit_finding (enterprise_id, id)
);

-- How much the courses are used in a market, as its cell has told it: figures and months, nobody's name.
create table audit_usage (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    heard_at datetime(6) not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key audit_usage_tenant (enterprise_id, tenant_slug),
    constraint audit_usage_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
