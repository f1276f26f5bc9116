-- What applying tenants-config has done. It belongs to no enterprise: it tells what operators did to the platform.
create table provisioning_run (
    id binary(16) not null,
    begun_at timestamp(6) not null,
    ended_at timestamp(6) null,
    primary key (id)
);

create table provisioning_step (
    run_id binary(16) not null,
    step_number int not null,
    kind varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    place varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    thing varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    begun_at timestamp(6) null,
    ended_at timestamp(6) null,
    failure varchar(600) null,
    primary key (run_id, step_number),
    constraint provisioning_step_run foreign key (run_id) references provisioning_run (id)
);

-- How each thing was wanted when it was applied last: a keyed digest, since what is wanted may hold secrets.
create table provisioning_applied (
    kind varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
    place varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    thing varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    digest varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    applied_at timestamp(6) not null,
    primary key (kind, place, thing)
);
