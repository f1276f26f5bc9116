-- What was above a tenant's overlay when the platform last took over by itself what it may: not again before that changes.
alter table lineage_local_overlay
    add column joined_with char(64) character set ascii collate ascii_bin null;
