-- What people of tenants are told by mail. None of it leaves the cell but the letter itself. A letter has no address: that is looked
-- up with the person when it goes out; what it says is sealed, and gone once it was sent or given up.
create table mail_setting (
    tenant_id int not null,
    id binary(16) not null,
    is_on boolean not null,
    reply_to varchar(254) character set ascii collate ascii_bin not null,
    hour_from char(5) character set ascii collate ascii_bin not null,
    hour_until char(5) character set ascii collate ascii_bin not null,
    days varchar(80) character set ascii collate ascii_bin not null,
    changed_at datetime(6) not null,
    primary key (tenant_id, id),
    constraint mail_setting_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- How far a tenant's people have been looked at, whether there is anything to tell them. One row a tenant.
create table mail_round (
    tenant_id int not null,
    id binary(16) not null,
    begun_at datetime(6) not null,
    after_id binary(16) not null,
    held_until datetime(6) not null,
    ended_at datetime(6) null,
    primary key (tenant_id, id),
    constraint mail_round_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- What somebody does not want to be told. The id is the person's.
create table mail_choice (
    tenant_id int not null,
    id binary(16) not null,
    unwanted varchar(80) character set ascii collate ascii_bin not null,
    changed_at datetime(6) not null,
    primary key (tenant_id, id),
    constraint mail_choice_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

create table mail_letter (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    things int not null,
    state varchar(10) character set ascii collate ascii_bin not null,
    content mediumblob,
    attempts int not null,
    due_at datetime(6) not null,
    made_at datetime(6) not null,
    ended_at datetime(6) null,
    trouble varchar(40) character set ascii collate ascii_bin not null,
    primary key (tenant_id, id),
    key mail_letter_due (tenant_id, state, due_at),
    key mail_letter_person (tenant_id, person_id, made_at),
    constraint mail_letter_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- That somebody was told something, so that they are not told again. The id follows from person and thing under a key of the zone.
create table mail_told (
    tenant_id int not null,
    id binary(16) not null,
    person_id binary(16) not null,
    letter_id binary(16) not null,
    kind varchar(10) character set ascii collate ascii_bin not null,
    told_at datetime(6) not null,
    primary key (tenant_id, id),
    key mail_told_person (tenant_id, person_id),
    key mail_told_letter (tenant_id, letter_id),
    key mail_told_old (tenant_id, told_at),
    constraint mail_told_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
