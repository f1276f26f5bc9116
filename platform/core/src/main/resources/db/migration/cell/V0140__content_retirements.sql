-- Which masters are given up above, as this cell reads it. Only the feed writes here.
create table content_retirement_copy (
    enterprise_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    document text character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key content_retirement_copy_course (enterprise_id, course_slug),
    constraint content_retirement_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- What a market has decided about it. Who has decided stands in the log of decisions only.
create table content_retirement_choice (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    retirement_id binary(16) not null,
    choice varchar(8) character set utf8mb4 collate utf8mb4_bin not null,
    replacement_slug varchar(80) character set utf8mb4 collate utf8mb4_bin,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    decided_at datetime(6) not null,
    primary key (tenant_id, id),
    unique key content_retirement_choice_course (tenant_id, course_slug),
    constraint content_retirement_choice_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint content_retirement_choice_word check (choice in ('FOLLOW', 'REPLACE', 'KEEP'))
);

-- A course that a market keeps as its own: all that it was made of when it was kept, so that it is there whatever becomes of the
-- master. What the market itself says otherwise stays in its overlay.
create table content_kept_course (
    tenant_id int not null,
    id binary(16) not null,
    course_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    number int not null,
    effective_from datetime(6) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    review_on date not null,
    kept_at datetime(6) not null,
    primary key (tenant_id, id),
    unique key content_kept_course_course (tenant_id, course_slug),
    constraint content_kept_course_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
