-- One unit's report in one campaign; its key is the participant's.
create table report (
    id                uuid primary key references participant (id),
    campaign_id       uuid    not null references campaign (id),
    state             text    not null,
    review_form       text,
    person_in_charge  text,
    own_date          date,
    held_on           date,
    held_form         text,
    present           integer,
    minutes           text,
    -- a deadline of the unit's own; null: the campaign's
    extended_to       date,
    -- the first complete set counts for punctuality
    first_received_at timestamptz,
    -- the version fixed at the lock; null before it, and for a report that does not count
    counted_version   integer,
    version           integer not null
);
create index report_campaign on report (campaign_id);
-- "Is anybody still open?" is asked at each unit's end: it must not look at those who are done.
create index report_open on report (campaign_id)
    where state in ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED');

-- The draft that is being written. A row's version is its ETag.
create table report_section (
    report_id  uuid        not null references report (id),
    section    text        not null,
    text       text        not null,
    edited_by  text        not null,
    edited_at  timestamptz not null,
    version    integer     not null,
    primary key (report_id, section)
);

create table report_figures (
    report_id uuid primary key references report (id),
    cells     jsonb       not null,
    edited_by text        not null,
    edited_at timestamptz not null,
    version   integer     not null
);

create table report_list (
    report_id uuid        not null references report (id),
    list      text        not null,
    rows      jsonb       not null,
    edited_by text        not null,
    edited_at timestamptz not null,
    version   integer     not null,
    primary key (report_id, list)
);

-- What was signed and sent, never changed.
create table report_version (
    report_id       uuid        not null references report (id),
    number          integer     not null,
    document_number text        not null,
    signed_on       date        not null,
    signed_by       text        not null,
    sent_at         timestamptz not null,
    incoming_number integer,
    content         jsonb       not null,
    primary key (report_id, number)
);

create table report_return (
    id          uuid primary key,
    report_id   uuid        not null references report (id),
    version     integer     not null,
    actor       text        not null,
    returned_at timestamptz not null,
    due         date        not null,
    reasons     jsonb       not null
);
create index report_return_report on report_return (report_id);
