-- What a tenant itself says otherwise than the spaces above it. It lies in the tenant's cell only: nobody above sees it.
create table lineage_local_overlay (
    tenant_id int not null,
    id binary(16) not null,
    asset_type varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    asset_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    -- grows with each act; who writes says which one they have seen
    revision int not null,
    digest char(64) character set ascii collate ascii_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (tenant_id, id),
    unique key lineage_local_overlay_asset (tenant_id, asset_type, asset_slug),
    constraint lineage_local_overlay_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

-- Each act by which it came to be what it is, with all that held after it. Never changed, but for who it was.
create table lineage_local_revision (
    tenant_id int not null,
    id binary(16) not null,
    asset_type varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    asset_slug varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    revision int not null,
    act varchar(12) character set ascii collate ascii_bin not null,
    -- the changes that it was about, a line each
    subjects text character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    document longtext character set utf8mb4 collate utf8mb4_bin not null,
    written_by_person_id binary(16) null,
    written_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, id),
    unique key lineage_local_revision_number (tenant_id, asset_type, asset_slug, revision),
    constraint lineage_local_revision_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint lineage_local_revision_written_by foreign key (tenant_id, written_by_person_id)
        references identity_person (tenant_id, id)
);
