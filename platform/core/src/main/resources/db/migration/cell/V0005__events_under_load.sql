-- What waits for a number is found in the order in which it was written, without a look at the rows themselves. That a number
-- is given once follows from the row of events_relay, which whoever gives numbers holds.
alter table events_outbox
    drop key events_outbox_number,
    add key events_outbox_number (number, id);

-- What a reader could not take. "cause" is one of our own words, "problem" the kinds of exceptions and where they arose: no
-- message of theirs, since those quote what people wrote. "dropped_at": somebody decided that it shall not be sent again.
alter table events_dead_letter
    add column cause varchar(20) character set utf8mb4 collate utf8mb4_bin not null default 'FAILED',
    add column times int not null default 1,
    add column first_failed_at timestamp(6) null,
    add column dropped_at timestamp(6) null;
