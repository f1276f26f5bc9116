-- Which plugins, connected systems and tools an enterprise has, what for, who answers for each, and what was decided. An entry is
-- never deleted: that something was refused or ended is worth knowing when it is proposed again. Owners and stewards are actors.
create table components_register (
    enterprise_id int not null,
    id binary(16) not null,
    since date not null,
    primary key (enterprise_id, id),
    constraint components_register_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table components_component (
    enterprise_id int not null,
    id binary(16) not null,
    component_key varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    terms mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    owner_id binary(16) null,
    steward_id binary(16) null,
    decision varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    last_day date null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    decided_at datetime(6) not null,
    reminded_day date null,
    primary key (enterprise_id, id),
    unique key components_component_key (enterprise_id, component_key),
    constraint components_component_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint components_component_decision check (decision in ('TO_COMPLETE', 'TRIAL', 'ADOPTED', 'REFUSED', 'ENDED'))
);
