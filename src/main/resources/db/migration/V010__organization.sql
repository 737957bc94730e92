-- The dated tree of unions (formats.md, Organisation).
create table unit_category (
    code     text primary key,
    label    text    not null,
    tier     text    not null,
    position integer not null
);

create table union_unit (
    id             uuid primary key,
    code           text    not null unique,
    -- letters and digits of the code in upper case: group names are made of it
    group_key      text    not null unique,
    abbr           text,
    name           text    not null,
    short_name     text    not null,
    name_en        text,
    category       text    not null references unit_category (code),
    parent_id      uuid references union_unit (id) deferrable initially deferred,
    guided_by_id   uuid references union_unit (id) deferrable initially deferred,
    reporting_mode text    not null,
    seat           text,
    sort_order     integer not null,
    valid_from     date,
    valid_to       date,
    successor_id   uuid references union_unit (id) deferrable initially deferred,
    demo_workers   integer,
    demo_grassroots integer,
    evidence       text,
    note           text,
    version        integer not null
);
create index union_unit_parent on union_unit (parent_id);
create index union_unit_guided_by on union_unit (guided_by_id) where guided_by_id is not null;

create table unit_contact (
    unit_id uuid not null references union_unit (id),
    role    text not null,
    email   text not null,
    primary key (unit_id, role, email)
);

-- Closures, transfers and mergers, applied when their date comes.
create table unit_event (
    id        uuid primary key,
    day       date not null,
    kind      text not null,
    units     jsonb not null,
    from_unit text,
    to_unit   text,
    note      text
);
