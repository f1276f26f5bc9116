-- What the nodes of each cell last said of themselves when they pulled the feed.
create table publication_cell (
    cell varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    understands json not null,
    heard_at timestamp(6) not null,
    primary key (cell)
);
