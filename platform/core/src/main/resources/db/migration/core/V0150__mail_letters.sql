-- What is written to those who work in the core, and where they asked to be written to. Addresses and letters are sealed; of a
-- letter that was sent or given up nothing is left but that it was, and that for a month.
create table mail_core_mailbox (
    enterprise_id int not null,
    id binary(16) not null,
    address varbinary(1024) not null,
    said_at timestamp(6) not null,
    confirmed_at timestamp(6) null,
    primary key (enterprise_id, id),
    constraint mail_core_mailbox_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table mail_core_letter (
    enterprise_id int not null,
    id binary(16) not null,
    actor_id binary(16) not null,
    kind varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
    content mediumblob,
    attempts int not null,
    due_at timestamp(6) not null,
    made_at timestamp(6) not null,
    ended_at timestamp(6) null,
    trouble varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    key mail_core_letter_due (enterprise_id, state, due_at),
    key mail_core_letter_actor (enterprise_id, actor_id, made_at),
    constraint mail_core_letter_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
