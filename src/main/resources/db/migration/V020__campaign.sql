create table campaign (
    id                 uuid primary key,
    code               text not null unique,
    type               text not null,
    title              text not null,
    issuer_id          uuid not null references union_unit (id),
    reports_to_id      uuid not null references union_unit (id),
    state              text not null,
    -- the plan as it is drafted; its number and date come with the issue
    plan               jsonb not null,
    milestones         jsonb not null,
    reminder_offsets   jsonb not null,
    nominal_deadline   date not null,
    semantics          text not null,
    roll               text not null,
    grace_until        date,
    -- the last acceptable day when it was moved for all, else computed from the terms above
    moved_deadline     date,
    plan_submitted_at  timestamptz,
    plan_approved_at   timestamptz,
    issued_at          timestamptz,
    locked_at          timestamptz,
    created_at         timestamptz not null,
    version            integer not null
);

-- What the campaign asks for (outline, appendices, lists, rules), as imported; never changed.
create table campaign_definition (
    campaign_id uuid primary key references campaign (id),
    content     jsonb not null
);

-- Who takes part, frozen with the place in the tree when the plan is issued.
create table participant (
    id          uuid primary key,
    campaign_id uuid    not null references campaign (id),
    unit_id     uuid    not null references union_unit (id),
    unit_code   text    not null,
    unit_name   text    not null,
    short_name  text    not null,
    category    text    not null,
    parent_id   uuid,
    leaf        boolean not null,
    required    boolean not null,
    position    integer not null,
    unique (campaign_id, unit_id)
);
create index participant_unit on participant (unit_id);

-- Decisions of people on a campaign or one unit's report, with their reasons.
create table decision (
    id          uuid primary key,
    campaign_id uuid        not null references campaign (id),
    unit_code   text,
    kind        text        not null,
    actor       text        not null,
    decided_at  timestamptz not null,
    reason      text
);
create index decision_campaign on decision (campaign_id, decided_at);
