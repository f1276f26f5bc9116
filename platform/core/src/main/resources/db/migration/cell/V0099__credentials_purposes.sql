-- For which purpose of the tenant's register the statements are kept that come with a credential.
alter table credentials_credential
    add column purpose varchar(100) character set utf8mb4 collate utf8mb4_bin not null default 'training-records' after title;
