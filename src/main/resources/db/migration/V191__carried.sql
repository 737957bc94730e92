-- The totals of a union's own campaign as they were put into the draft of its report upward: the sums themselves, for a
-- mean is carried unrounded (formats.md, Roll-up), over the cells of the superior's campaign, and the rounded figures
-- that stand in the draft.
create table carried (
    report_id      uuid primary key references report (id),
    campaign_id    uuid        not null references campaign (id),
    taken_at       timestamptz not null,
    taken_by       text        not null,
    amounts        numeric[]   not null,
    weights        numeric[]   not null,
    expected       integer[]   not null,
    reporting      integer[]   not null,
    no_data        integer[]   not null,
    not_applicable integer[]   not null,
    -- indicator → year → canonical value
    cells          jsonb       not null
);
