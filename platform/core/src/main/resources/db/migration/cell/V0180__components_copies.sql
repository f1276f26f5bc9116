-- The register of an enterprise's components, as this cell reads it: one document, without anybody's name. Only the feed writes here.
create table components_register_copy (
    enterprise_id int not null,
    id binary(16) not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (enterprise_id, id),
    constraint components_register_copy_of foreign key (enterprise_id) references tenancy_enterprise (enterprise_id)
);

-- To which entry of the register a connected system belongs; of a forwarder its terms say it. What was connected before there was a register belongs to none yet.
alter table credentials_credential
    add column component_key varchar(80) character set utf8mb4 collate utf8mb4_bin not null default '';
