-- Scans and other files that belong to a report. One of a signed version is never deleted: until_version tells the last
-- version that has it, null while the next one will.
create table report_attachment (
    id            uuid primary key,
    report_id     uuid        not null references report (id),
    part          text        not null,
    name          text        not null,
    media_type    text        not null,
    size          integer     not null,
    sha256        text        not null,
    content       bytea       not null,
    added_by      text        not null,
    added_at      timestamptz not null,
    since_version integer,
    until_version integer
);
-- They are compressed already; kept as they are, pieces of them are read without the rest.
alter table report_attachment alter column content set storage external;
create index report_attachment_report on report_attachment (report_id, added_at);
-- Rows of list forms name an attachment by its name.
create unique index report_attachment_name on report_attachment (report_id, name) where until_version is null;
create unique index report_attachment_content on report_attachment (report_id, sha256) where until_version is null;
