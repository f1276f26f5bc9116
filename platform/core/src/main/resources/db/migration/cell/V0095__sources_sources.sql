-- How each system that sends and reads statements is doing. The id is its credential's. Counted in memory and added now and
-- then, so that a node that is killed loses a minute of it.
create table sources_source (
    tenant_id int not null,
    id binary(16) not null,
    statements bigint not null,
    last_stored_at timestamp(6) null,
    -- between what the newest of them says of when it happened, and its storing
    last_lag_millis bigint null,
    last_error_at timestamp(6) null,
    last_error_status smallint null,
    primary key (tenant_id, id),
    constraint sources_source_of foreign key (tenant_id, id) references credentials_credential (tenant_id, id)
);

-- How much came and went in each hour of the last month.
create table sources_hour (
    tenant_id int not null,
    source binary(16) not null,
    hour_at timestamp(6) not null default '1970-01-02 00:00:00',
    requests bigint not null,
    statements bigint not null,
    -- what the sender must mend: status 400 and above
    refused bigint not null,
    -- what we must mend: status 500 and above
    failed bigint not null,
    -- over the limit
    turned_away bigint not null,
    primary key (tenant_id, source, hour_at),
    constraint sources_hour_of foreign key (tenant_id, source) references credentials_credential (tenant_id, id)
);
