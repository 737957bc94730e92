-- Files that units send back; nothing of them is in the report before it is taken.
create table report_upload (
    id          uuid primary key,
    report_id   uuid        not null references report (id),
    campaign    text        not null,
    unit        text        not null,
    kind        text        not null,
    name        text        not null,
    size        integer     not null,
    sha256      text        not null,
    -- null once it was put aside
    content     bytea,
    state       text        not null,
    -- how often a node set out to read it, and until when the one that does holds it
    attempts    integer     not null default 0,
    lease_until timestamptz,
    reading     jsonb,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    settled_by  text,
    settled_at  timestamptz
);
-- Office files are compressed already; kept as they are, pieces of them are read without the rest.
alter table report_upload alter column content set storage external;
create index report_upload_report on report_upload (report_id, uploaded_at desc);
create index report_upload_waiting on report_upload (uploaded_at) where state in ('QUEUED', 'WORKING');
