-- How many statements there are of whom, about what, on which day: sums that are added to. Decision 16 says why the rows lie so.
create table rollups_day (
    tenant_id int not null,
    kind tinyint not null,
    term binary(16) not null,
    happened_on date not null,
    statements bigint not null,
    primary key (tenant_id, kind, term, happened_on),
    key rollups_day_range (tenant_id, kind, happened_on, term, statements),
    constraint rollups_day_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Which statements have been taken back, each once, however many say so. "awaited": it was taken back before it was there.
create table rollups_voiding (
    tenant_id int not null,
    statement_id binary(16) not null,
    awaited boolean not null,
    primary key (tenant_id, statement_id),
    constraint rollups_voiding_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
