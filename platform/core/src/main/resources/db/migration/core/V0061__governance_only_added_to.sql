-- What was decided is not changed and not removed by whoever works in this schema, but for whoever made these triggers and could take
-- them away. Where the database keeps a binary log, making them needs log_bin_trust_function_creators (docs/operations.md).
delimiter //
create trigger governance_entry_stays before update on governance_entry for each row
begin
    if substring_index(user(), '@', 1) <> substring_index(current_user(), '@', 1) then
        signal sqlstate '45000' set message_text = 'What was decided is not changed';
    end if;
end//

create trigger governance_entry_is_kept before delete on governance_entry for each row
begin
    if substring_index(user(), '@', 1) <> substring_index(current_user(), '@', 1) then
        signal sqlstate '45000' set message_text = 'What was decided is not removed';
    end if;
end//

create trigger governance_chain_goes_on before update on governance_chain for each row
begin
    if substring_index(user(), '@', 1) <> substring_index(current_user(), '@', 1)
        and not (new.number = old.number + 1 or (new.number = old.number and new.hash = old.hash)) then
        signal sqlstate '45000' set message_text = 'A chain of decisions goes on by one';
    end if;
end//

create trigger governance_chain_is_kept before delete on governance_chain for each row
begin
    if substring_index(user(), '@', 1) <> substring_index(current_user(), '@', 1) then
        signal sqlstate '45000' set message_text = 'A chain of decisions is not removed';
    end if;
end//

create trigger governance_opening_stays before update on governance_opening for each row
begin
    if substring_index(user(), '@', 1) <> substring_index(current_user(), '@', 1) then
        signal sqlstate '45000' set message_text = 'Who decided is forgotten, not changed';
    end if;
end//
delimiter ;
