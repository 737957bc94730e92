-- The issuer's own text of the consolidated report, by heading.
create table synthesis_section (
    campaign_id uuid        not null references campaign (id),
    section     text        not null,
    text        text        not null,
    edited_by   text        not null,
    edited_at   timestamptz not null,
    version     integer     not null,
    primary key (campaign_id, section)
);

-- Sessions of the Executive Committee on a campaign; a postponed or sent back one is followed by another.
create table conference (
    id           uuid primary key,
    campaign_id  uuid        not null references campaign (id),
    round        integer     not null,
    convened_for timestamp   not null,
    place        text        not null,
    agenda       text        not null,
    present      integer,
    total        integer,
    minutes      text,
    outcome      text,
    version      integer     not null,
    unique (campaign_id, round)
);

create table amendment (
    id            uuid primary key,
    conference_id uuid    not null references conference (id),
    position      integer not null,
    text          text    not null,
    done_by       text,
    done_at       timestamptz
);
create index amendment_conference on amendment (conference_id);
