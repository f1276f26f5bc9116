-- By which terms somebody was known who is forgotten. What was on its way in that moment is known as told only after its answer: it
-- is found here, and asked for, too.
create table forwarding_forgotten (
    tenant_id int not null,
    term binary(16) not null,
    subject binary(16) not null,
    forgotten_at timestamp(6) not null default current_timestamp(6),
    primary key (tenant_id, term),
    constraint forwarding_forgotten_of foreign key (tenant_id) references tenancy_tenant (tenant_id)
);
