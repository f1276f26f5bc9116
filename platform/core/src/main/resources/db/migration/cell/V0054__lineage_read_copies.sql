-- What spaces above demand, as this cell reads it: of one asset, or of a type of assets, all in one document.
create table lineage_rules_copy (
    enterprise_id int not null,
    id binary(16) not null,
    subject varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    unique key lineage_rules_copy_subject (enterprise_id, subject),
    constraint lineage_rules_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);
