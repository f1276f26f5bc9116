-- The nodes that store statements in this cell. Decision 14.

-- "stored_before": whatever of this node has a position before that has been committed, or never will be. A row goes when its node
-- stops, or when it has been silent and nothing of it can be committed any more.
create table records_node (
    node_id binary(16) not null,
    stored_before timestamp(6) not null default current_timestamp(6),
    told_at timestamp(6) not null default current_timestamp(6),
    primary key (node_id)
);
