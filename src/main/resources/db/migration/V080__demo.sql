-- Used by the demo profile only; empty in production.
-- The virtual clock: system time plus this offset, the same for every node and for the engine.
create table demo_clock (
    id             integer primary key check (id = 1),
    offset_seconds bigint not null
);

-- What the demo's mail server received.
create table demo_mail (
    id          uuid primary key,
    message_id  text        not null unique,
    received_at timestamptz not null,
    recipient   text        not null,
    subject     text        not null,
    html        text        not null,
    text        text        not null,
    attachments jsonb       not null
);
create index demo_mail_time on demo_mail (received_at);
