-- One row: how often a credential of this cell has been changed after it was made. Nodes remember credentials, and look here
-- whether they still may.
create table credentials_change (
    name varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    number bigint not null,
    primary key (name)
);

insert into credentials_change (name, number) values ('credential', 0);
