-- What was decided (notice), who is told (notice_recipient) and the messages that carry it (mail) are three things: one
-- notice may go to two people, one mail may carry several notices, and an address that fails is followed by the next.
create table mail (
    id              uuid primary key,
    campaign_id     uuid        not null references campaign (id),
    address         text        not null,
    -- what travels together: notices with the same bundle for the same address share a mail
    bundle          text        not null,
    state           text        not null,
    attempts        integer     not null,
    next_attempt_at timestamptz not null,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    subject         text,
    body            text,
    error           text,
    message_id      text        not null
);

insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at, sent_at, subject, body,
    error, message_id)
select id, campaign_id, address, id::text, state, attempts, next_attempt_at, created_at, sent_at, subject, body, error,
    message_id
from notice;

create index mail_queue on mail (next_attempt_at) where state = 'QUEUED';
create index mail_failed on mail (campaign_id) where state = 'FAILED';
create index mail_campaign on mail (campaign_id, created_at);
create unique index mail_message on mail (message_id);

create table notice_recipient (
    notice_id uuid    not null references notice (id),
    position  integer not null,
    role      text    not null,
    -- null: nobody of the unit could be reached
    mail_id   uuid references mail (id),
    primary key (notice_id, position)
);
create index notice_recipient_mail on notice_recipient (mail_id);

insert into notice_recipient (notice_id, position, role, mail_id)
select id, 1, case kind when 'INVITATION' then 'CHAIR' when 'REPORT_UPWARD' then 'OFFICE'
    when 'ACKNOWLEDGEMENT_OVERDUE' then 'OFFICE' when 'RECALLED' then 'OFFICE' else 'OFFICER' end, id
from notice;

drop index notice_queue;
drop index notice_failed;
alter table notice
    drop column address,
    drop column state,
    drop column attempts,
    drop column next_attempt_at,
    drop column sent_at,
    drop column subject,
    drop column body,
    drop column error,
    drop column message_id,
    -- the day until which the unit owed its report when this was decided; null where it is about no deadline
    add column deadline date,
    -- how the words are chosen; null: the kind's only ones
    add column tone text,
    -- missed in an outage and overtaken by a later one: kept for the record, never sent
    add column skipped boolean not null default false;

-- A mail's id follows from what makes it unique, the same as in the code: nothing is handed over under two ids.
create function mail_id(campaign uuid, address text, bundle text) returns uuid
    language sql immutable
    return (
        select overlay(
                   overlay(hash placing '3' from 13 for 1)
                   placing translate(substr(hash, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') from 17 for 1)::uuid
        from (select md5(concat_ws('|', campaign::text, lower(address), bundle)) as hash) key);

-- What is known of an address, whoever's contact it is; no row: nothing yet.
create table mail_address (
    -- in lower case
    address        text primary key,
    confirmed_at   timestamptz,
    bad_since      timestamptz,
    bad_reason     text,
    -- SHA-256 of the token in the link that confirms it, and when the link went out
    token_hash     text unique,
    token_sent_at  timestamptz
);
