-- What has outlived its term is looked for each day among all that a source has sent: in the key alone, without its rows.
alter table records_statement
    drop key records_statement_source,
    add key records_statement_source (tenant_id, source_id, position, happened_on, evidence);
