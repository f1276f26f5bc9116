-- How the courses of an enterprise stand in a market, as its cell has told it: figures and states, none of the market's words.
create table adaptation_market (
    enterprise_id int not null,
    id binary(16) not null,
    tenant_slug varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    heard_at datetime(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key adaptation_market_tenant (enterprise_id, tenant_slug),
    constraint adaptation_market_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
