-- What was done to a report's content, and its registration; what people decided on it stands in decision. The history
-- of a report is both. Rows are added, never changed.
create table report_event (
    id        bigint generated always as identity primary key,
    report_id uuid        not null references report (id),
    kind      text        not null,
    -- the heading, appendix or list; null for the whole report
    place     text,
    -- null when nobody did it
    actor     text,
    at        timestamptz not null,
    -- the sending that it belongs to, 1 for the first
    version   integer     not null,
    details   text
);
create index report_event_report on report_event (report_id, at);

create trigger report_event_stays before update or delete on report_event
    for each row execute function refuse_change();
create trigger report_event_is_not_emptied before truncate on report_event
    for each statement execute function refuse_change();
