-- A year's list of days off is proposed until somebody confirms it. The years that shipped whole are confirmed; of 2019
-- there are only the two days that belong to the swap of 31/12/2018, so it is proposed like the others.
create table calendar_year (
    year         integer primary key,
    -- counts changes, so that nobody confirms what they have not seen
    version      integer not null default 0,
    -- null while nobody has; who is null when it came with the application
    confirmed_at timestamptz,
    confirmed_by text,
    check (confirmed_at is not null or confirmed_by is null)
);

insert into calendar_year (year, confirmed_at) values (2017, now()), (2018, now());

alter table calendar_day add column proposed boolean not null default false;

create table calendar_change (
    id    bigint generated always as identity primary key,
    year  integer     not null references calendar_year (year),
    kind  text        not null,
    -- null for the whole year
    day   date,
    name  text,
    -- null when the application did it by itself
    actor text,
    at    timestamptz not null
);
create index calendar_change_year on calendar_change (year, id);
