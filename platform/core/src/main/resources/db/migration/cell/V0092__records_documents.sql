-- What courses and other systems have put down in the learning record store: about what somebody does in an activity, about
-- an activity, about somebody. The id follows from all that names a document, so that there is one of each name; the holder
-- follows from what it is about, so that all of them are found. People are known here by a digest under the tenant's key.
create table records_document (
    tenant_id int not null,
    id binary(16) not null,
    holder_id binary(16) not null,
    kind varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
    agent_id binary(16),
    activity text character set utf8mb4 collate utf8mb4_bin,
    registration binary(16),
    name text character set utf8mb4 collate utf8mb4_bin not null,
    content_type varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    content longblob not null,
    etag varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    modified_at timestamp(6) not null,
    primary key (tenant_id, id),
    key records_document_holder (tenant_id, holder_id, modified_at),
    key records_document_agent (tenant_id, agent_id),
    constraint records_document_of foreign key (tenant_id) references tenancy_tenant (tenant_id),
    constraint records_document_kind check (kind in ('STATE', 'ACTIVITY_PROFILE', 'AGENT_PROFILE'))
);
