-- Notices are rows first, mail second: one row for each campaign, addressee, kind and occasion.
create table notice (
    id              uuid primary key,
    campaign_id     uuid        not null references campaign (id),
    -- null when it concerns the whole campaign
    unit_code       text,
    kind            text        not null,
    -- what makes it unique: the effective deadline and reminder day, the version, the round
    occasion        text        not null,
    address         text        not null,
    details         jsonb       not null,
    state           text        not null,
    attempts        integer     not null,
    next_attempt_at timestamptz not null,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    subject         text,
    body            text,
    message_id      text        not null,
    error           text
);
create unique index notice_once on notice (campaign_id, coalesce(unit_code, ''), kind, occasion);
create index notice_queue on notice (next_attempt_at) where state = 'QUEUED';
create index notice_campaign on notice (campaign_id, created_at);
