create table events_outbox (
    tenant_id int not null,
    id binary(16) not null,
    type varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    payload json not null,
    occurred_at timestamp(6) not null,
    number bigint,
    primary key (tenant_id, id),
    unique key events_outbox_number (number),
    constraint events_outbox_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- One row: the last number that was given.
create table events_relay (
    name varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    last_number bigint not null,
    primary key (name)
);

insert into events_relay (name, last_number) values ('relay', 0);

create table events_position (
    reader varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    primary key (reader)
);

create table events_dead_letter (
    tenant_id int not null,
    event_id binary(16) not null,
    reader varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    problem text not null,
    set_aside_at timestamp(6) not null,
    primary key (tenant_id, event_id, reader),
    constraint events_dead_letter_of foreign key (tenant_id, event_id) references events_outbox (tenant_id, id)
);
