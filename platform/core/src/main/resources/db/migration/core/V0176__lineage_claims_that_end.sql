-- A claim may end before its day, since the law that it rests on changes. What ends it can be taken back until then.
alter table lineage_claim add column ends_at datetime(6) null;
alter table lineage_claim add column ended_by binary(16) null;
create index lineage_claim_ended on lineage_claim (enterprise_id, ended_by);
