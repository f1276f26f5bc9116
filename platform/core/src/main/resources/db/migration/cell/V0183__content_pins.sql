-- A course at whose version a market stays for a while. Who has decided it stands in the log of decisions only.
create table content_pin (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    ends_at datetime(6) not null,
    pinned_at datetime(6) not null,
    primary key (tenant_id, id),
    unique key content_pin_course (tenant_id, course_slug),
    constraint content_pin_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
