-- Courses in the making. A block is kept once for each thing it has ever said in a draft, so that whoever still looks at an old state can
-- be shown what has changed; a step is what somebody did, with the order of the blocks after it.
create table authoring_draft (
    enterprise_id int not null,
    id binary(16) not null,
    course varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    basis int not null,
    open_course varchar(60) character set utf8mb4 collate utf8mb4_bin,
    title varchar(300) not null,
    state varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    step int not null,
    begun_by binary(16) not null,
    begun_at timestamp(6) not null,
    changed_by binary(16) not null,
    changed_at timestamp(6) not null,
    ended_at timestamp(6) null,
    primary key (enterprise_id, id),
    unique key authoring_draft_open (enterprise_id, open_course),
    key authoring_draft_state (enterprise_id, state, changed_at),
    constraint authoring_draft_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id),
    constraint authoring_draft_known check (state in ('OPEN', 'PUBLISHED', 'DISCARDED'))
);

create table authoring_step (
    enterprise_id int not null,
    id binary(16) not null,
    draft_id binary(16) not null,
    number int not null,
    act varchar(12) character set utf8mb4 collate utf8mb4_bin not null,
    subject varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    actor_id binary(16) not null,
    done_at timestamp(6) not null,
    undo_to int not null,
    redo_to int not null,
    outline longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key authoring_step_number (enterprise_id, draft_id, number),
    constraint authoring_step_of foreign key (enterprise_id, draft_id) references authoring_draft (enterprise_id, id)
);

create table authoring_block (
    enterprise_id int not null,
    id binary(16) not null,
    draft_id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    content longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key authoring_block_once (enterprise_id, draft_id, digest),
    constraint authoring_block_of foreign key (enterprise_id, draft_id) references authoring_draft (enterprise_id, id)
);

-- Files lie with the draft until it is published, and go with it.
create table authoring_file (
    enterprise_id int not null,
    id binary(16) not null,
    draft_id binary(16) not null,
    digest char(64) character set ascii collate ascii_bin not null,
    media_type varchar(40) character set ascii collate ascii_bin not null,
    size int not null,
    bytes longblob not null,
    primary key (enterprise_id, id),
    unique key authoring_file_once (enterprise_id, draft_id, digest),
    constraint authoring_file_of foreign key (enterprise_id, draft_id) references authoring_draft (enterprise_id, id)
);
