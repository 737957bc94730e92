-- Why a report is sent back, each reason at its place, with the unit's answer. Without a return it is still being
-- collected: the reviewers see it, the unit does not.
create table return_reason (
    id          uuid primary key,
    report_id   uuid        not null references report (id),
    return_id   uuid references report_return (id),
    position    bigint      not null generated always as identity,
    -- a heading, an appendix, a list, or a cell as INDICATOR/YEAR; null: the report as a whole
    place       text,
    -- one of the campaign's return reasons, words of the reviewer's own, or both
    listed      text,
    words       text,
    named_by    text        not null,
    named_at    timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    check (listed is not null or words is not null)
);
create index return_reason_report on return_reason (report_id, position);
create index return_reason_return on return_reason (return_id, position);

insert into return_reason (id, report_id, return_id, place, words, named_by, named_at)
select gen_random_uuid(), r.report_id, r.id, reason.value ->> 'target', reason.value ->> 'reason', r.actor, r.returned_at
from report_return r
    cross join lateral jsonb_array_elements(r.reasons) with ordinality as reason (value, number)
order by r.returned_at, r.id, reason.number;

alter table report_return drop column reasons;
