-- The names of the types of office documents are longer than those of pictures and films.
alter table content_media
    modify media_type varchar(100) character set utf8mb4 collate utf8mb4_bin not null;

alter table authoring_file
    modify media_type varchar(100) character set ascii collate ascii_bin not null;
