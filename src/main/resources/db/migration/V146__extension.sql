-- A unit asks for more time, or the focal department for many units at once; the focal department proposes, the
-- standing body decides.
create table extension_request (
    id            uuid primary key,
    campaign_id   uuid        not null references campaign (id),
    -- UNIT: one unit asks for itself. CATEGORY, SEAT: for the units of that category, with that seat, that still owe.
    -- ALL: the common deadline
    scope         text        not null check (scope in ('UNIT', 'CATEGORY', 'SEAT', 'ALL')),
    -- code of the unit, code of the category, the seat
    scope_value   text,
    asked_day     date        not null,
    reason        text        not null,
    -- the unit's letter
    letter_number text,
    asked_by      text        not null,
    asked_at      timestamptz not null,
    -- what the focal department proposes on a unit's request
    favoured      boolean,
    proposed_day  date,
    note          text,
    proposed_by   text,
    proposed_at   timestamptz,
    granted       boolean,
    granted_day   date,
    words         text,
    decided_by    text,
    decided_at    timestamptz,
    check ((scope = 'ALL') = (scope_value is null)),
    check ((scope = 'UNIT') = (letter_number is not null)),
    check ((granted is null) = (decided_at is null)),
    check (coalesce(granted, false) = (granted_day is not null))
);
create index extension_request_campaign on extension_request (campaign_id, asked_at);
-- One at a time: for each unit, and for many in a campaign.
create unique index extension_of_unit_open on extension_request (campaign_id, scope_value)
    where scope = 'UNIT' and decided_at is null;
create unique index extension_of_many_open on extension_request (campaign_id)
    where scope <> 'UNIT' and decided_at is null;

-- Whose deadline an extension moved, and from which day.
create table extension_unit (
    request_id uuid not null references extension_request (id),
    report_id  uuid not null references report (id),
    day_before date not null,
    primary key (request_id, report_id)
);
create index extension_unit_report on extension_unit (report_id);

-- What was decided stays.
create trigger extension_request_stays before update or delete on extension_request
    for each row when (old.decided_at is not null) execute function refuse_change();
create trigger extension_request_is_not_emptied before truncate on extension_request
    for each statement execute function refuse_change();
create trigger extension_unit_stays before update or delete on extension_unit
    for each row execute function refuse_change();
create trigger extension_unit_is_not_emptied before truncate on extension_unit
    for each statement execute function refuse_change();
