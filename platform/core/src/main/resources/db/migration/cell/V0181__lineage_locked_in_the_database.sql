-- What spaces above have LOCKED, no overlay of a tenant says otherwise that did not say so before, whoever writes it. What was there
-- when the lock came stays, may be put upon another base, and may go. The rules are read where the feed has put them, so that no
-- second list of locks can be behind. Of a space the narrowest rule counts, and of two that are as narrow the later one; what a region
-- demands binds its own markets. Where the database keeps a binary log, making these triggers needs log_bin_trust_function_creators
-- (docs/operations.md).
delimiter //
create trigger lineage_local_overlay_begins_unlocked before insert on lineage_local_overlay for each row
begin
    if json_length(new.document, '$.adaptations') > 0
        and exists (
            select 1
            from tenancy_tenant t
            join lineage_rules_copy r on r.enterprise_id = t.enterprise_id
            where t.tenant_id = new.tenant_id
                and r.subject in (new.asset_slug, concat('type/', new.asset_type))
                and r.document like '%"LOCKED"%') then
        signal sqlstate '45000' set message_text = 'Where anything is locked above, an overlay of a tenant begins with nothing';
    end if;
end//

create trigger lineage_local_overlay_obeys_locks before update on lineage_local_overlay for each row
begin
    if new.tenant_id <> old.tenant_id or new.asset_type <> old.asset_type or new.asset_slug <> old.asset_slug then
        signal sqlstate '45000' set message_text = 'An overlay of a tenant stays with what it is about';
    end if;
    if new.document <> old.document
        and exists (
            select 1
            from tenancy_tenant t
            join lineage_rules_copy r on r.enterprise_id = t.enterprise_id
            where t.tenant_id = new.tenant_id
                and r.subject in (new.asset_slug, concat('type/', new.asset_type))
                and r.document like '%"LOCKED"%')
        and exists (
            -- each row_number() keeps what it numbers as a table of its own, so that no document is read more than once
            with demanded as (
                select
                    rule.space,
                    rule.reach,
                    cast(rule.target as binary) as target,
                    rule.hold,
                    row_number() over (
                        partition by rule.space
                        order by field(rule.reach, 'FIELD', 'BLOCK', 'ASSET', 'TYPE'),
                            cast(replace(replace(rule.since, 'T', ' '), 'Z', '') as datetime(6)) desc) as standing
                from tenancy_tenant t
                join lineage_rules_copy r
                    on r.enterprise_id = t.enterprise_id
                    and r.subject in (new.asset_slug, concat('type/', new.asset_type))
                join json_table(r.document, '$.locks[*]' columns (
                    space varchar(60) path '$.space',
                    spoken varchar(10) path '$.level',
                    reach varchar(10) path '$.scope',
                    target varchar(700) path '$.target',
                    hold varchar(20) path '$.hold',
                    since varchar(40) path '$.since')) rule
                where t.tenant_id = new.tenant_id
                    and (rule.spoken = 'GLOBAL'
                        or (rule.spoken = 'REGION'
                            and rule.space = json_unquote(json_extract(t.profile, '$.region'))))
                    and cast(replace(replace(rule.since, 'T', ' '), 'Z', '') as datetime(6)) <= utc_timestamp(6)
            ),
            said as (
                select
                    each_one.place,
                    cast(each_one.operation as binary) as operation,
                    cast(each_one.block as binary) as block,
                    cast(coalesce(each_one.field, '') as binary) as field,
                    cast(cast(each_one.words as char) as binary) as words,
                    cast(cast(each_one.inserted as char) as binary) as inserted,
                    cast(each_one.behind as binary) as behind,
                    cast(each_one.ends as binary) as ends,
                    row_number() over (order by each_one.place) as number
                from json_table(new.document, '$.adaptations[*]' columns (
                    place for ordinality,
                    operation varchar(20) path '$.operation',
                    block varchar(200) path '$.block',
                    field varchar(400) path '$.field',
                    words json path '$.value',
                    inserted json path '$.inserted',
                    behind varchar(200) path '$.after',
                    ends varchar(40) path '$.expiresAt')) each_one
            ),
            was_said as (
                select
                    cast(each_one.operation as binary) as operation,
                    cast(each_one.block as binary) as block,
                    cast(coalesce(each_one.field, '') as binary) as field,
                    cast(cast(each_one.words as char) as binary) as words,
                    cast(cast(each_one.inserted as char) as binary) as inserted,
                    cast(each_one.behind as binary) as behind,
                    cast(each_one.ends as binary) as ends,
                    row_number() over (order by each_one.place) as number
                from json_table(old.document, '$.adaptations[*]' columns (
                    place for ordinality,
                    operation varchar(20) path '$.operation',
                    block varchar(200) path '$.block',
                    field varchar(400) path '$.field',
                    words json path '$.value',
                    inserted json path '$.inserted',
                    behind varchar(200) path '$.after',
                    ends varchar(40) path '$.expiresAt')) each_one
            ),
            is_about as (
                select
                    said.place,
                    demanded.hold,
                    row_number() over (partition by said.place, demanded.space order by demanded.standing) as standing
                from said
                join demanded
                    on (demanded.reach = 'TYPE' and demanded.target = cast(new.asset_type as binary))
                    or (demanded.reach = 'ASSET' and demanded.target = cast(new.asset_slug as binary))
                    or (demanded.reach = 'BLOCK'
                        and demanded.target = concat(cast(new.asset_slug as binary), '/', said.block))
                    or (demanded.reach = 'FIELD'
                        and demanded.target = concat(cast(new.asset_slug as binary), '/', said.block, '/', said.field))
            )
            select 1
            from is_about
            join said on said.place = is_about.place
            where is_about.standing = 1
                and is_about.hold = 'LOCKED'
                and not exists (
                    select 1
                    from was_said
                    where was_said.operation <=> said.operation
                        and was_said.block <=> said.block
                        and was_said.field <=> said.field
                        and was_said.words <=> said.words
                        and was_said.inserted <=> said.inserted
                        and was_said.behind <=> said.behind
                        and was_said.ends <=> said.ends)
        ) then
        signal sqlstate '45000' set message_text = 'What is locked above is not said otherwise';
    end if;
end//
delimiter ;
