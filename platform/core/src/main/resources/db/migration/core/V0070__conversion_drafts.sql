-- What an author's document became, until it is published, thrown away, or too old. All of it lies here, pictures too: when it is deleted,
-- nothing of it is left.
create table conversion_draft (
    enterprise_id int not null,
    id binary(16) not null,
    author_id binary(16) not null,
    file_name varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    content longtext character set utf8mb4 collate utf8mb4_bin not null,
    answers longtext character set utf8mb4 collate utf8mb4_bin not null,
    created_at timestamp(6) not null,
    ends_at timestamp(6) not null,
    discarded_at timestamp(6) null,
    primary key (enterprise_id, id),
    key conversion_draft_author (enterprise_id, author_id, created_at),
    key conversion_draft_end (enterprise_id, ends_at),
    constraint conversion_draft_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

create table conversion_picture (
    enterprise_id int not null,
    id binary(16) not null,
    draft_id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    media_type varchar(40) character set ascii collate ascii_bin not null,
    bytes mediumblob not null,
    primary key (enterprise_id, id),
    unique key conversion_picture_once (enterprise_id, draft_id, digest),
    constraint conversion_picture_of foreign key (enterprise_id, draft_id) references conversion_draft (enterprise_id, id)
);
