-- How a course stands in a market, worked out of what the vector names. What another vector says is worked out anew.
create table adaptation_standing (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    vector char(64) character set ascii collate ascii_bin not null,
    -- from when on time alone makes it another; null if it does not
    valid_until datetime(6) null,
    document text character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    unique key adaptation_standing_course (tenant_id, course_slug),
    constraint adaptation_standing_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
