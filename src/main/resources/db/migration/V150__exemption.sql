-- A proposal that a unit need not report, and what became of it. The decision itself stands in decision too, for good.
create table exemption (
    id          uuid primary key,
    report_id   uuid        not null references report (id),
    kind        text        not null,
    reason      text        not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    -- null while it waits; GRANTED, REFUSED, or LAPSED when the report was accepted or closed before anybody decided
    outcome     text,
    -- null when nobody decided
    decided_by  text,
    decided_at  timestamptz,
    -- what the standing body said
    answer      text,
    check ((outcome is null) = (decided_at is null))
);
create index exemption_report on exemption (report_id);
create unique index exemption_waiting on exemption (report_id) where outcome is null;
