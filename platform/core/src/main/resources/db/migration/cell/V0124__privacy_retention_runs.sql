-- A run is one row, however many purposes and holders there are: with a thousand tenants, thirty rows for each on each day were
-- most of what a quiet cell wrote. What it removed of a purpose and a holder is a row only if it was something.
create table privacy_retention_run (
    tenant_id int not null,
    id binary(16) not null,
    ran_on date not null,
    dry boolean not null,
    asked_at timestamp(6) not null default current_timestamp(6),
    ended_at timestamp(6) null,
    finished boolean not null default false,
    -- how many of its rules have been gone through, and of how many there were when it began
    done_rules int not null default 0,
    all_rules int not null default 0,
    primary key (tenant_id, id),
    key privacy_retention_run_day (tenant_id, dry, ran_on),
    key privacy_retention_run_open (finished, tenant_id),
    constraint privacy_retention_run_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);

insert into privacy_retention_run (tenant_id, id, ran_on, dry, asked_at, ended_at, finished)
select tenant_id, min(id), ran_on, dry, asked_at, max(ended_at), min(finished)
from privacy_retention
group by tenant_id, ran_on, dry, asked_at;

alter table privacy_retention add column run_id binary(16) null after id;

update privacy_retention r
join privacy_retention_run n
    on n.tenant_id = r.tenant_id and n.ran_on = r.ran_on and n.dry = r.dry and n.asked_at = r.asked_at
set r.run_id = n.id;

delete from privacy_retention where things = 0;

alter table privacy_retention
    drop key privacy_retention_open,
    drop key privacy_retention_day,
    drop column ended_at,
    drop column finished,
    drop column asked_at,
    modify column run_id binary(16) not null,
    add unique key privacy_retention_rule (tenant_id, run_id, purpose, holder),
    add key privacy_retention_all (tenant_id, dry, purpose, holder, things);
