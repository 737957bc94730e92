-- What became of each mail, in the words of mail: taken by the server, refused for good, returned, given up after three
-- days, or overtaken before it went out.
update mail set state = case state when 'SENT' then 'HANDED_OVER' when 'FAILED' then 'GIVEN_UP' else state end;

-- Since when the server refuses it for now; three days later it is given up.
alter table mail add column refused_since timestamptz;

drop index mail_failed;
create index mail_failed on mail (campaign_id) where state in ('REFUSED', 'BOUNCED', 'GIVEN_UP');
-- How many were handed over in the last minute, and whether any was since then.
create index mail_sent on mail (sent_at) where sent_at is not null;

-- The unit sent its report, or owes by another day, before the mail went out: it is not in the mail.
alter table notice_recipient add column obsolete boolean not null default false;

-- The mail server as a whole, for all nodes: while it is in trouble none tries, and no mail is blamed.
create table mail_server (
    one          boolean primary key default true check (one),
    -- in a row, without a mail taken in between
    troubles     integer not null default 0,
    paused_until timestamptz,
    reason       text
);
insert into mail_server default values;
