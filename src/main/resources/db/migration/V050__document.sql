-- Yearly registers: the last number drawn of each series.
create table number_register (
    owner_id uuid    not null references union_unit (id),
    series   text    not null,
    year     integer not null,
    last     integer not null,
    primary key (owner_id, series, year)
);

-- Documents as they went out; never changed.
create table official_document (
    id           uuid primary key,
    campaign_id  uuid        not null references campaign (id),
    issuer_id    uuid        not null references union_unit (id),
    kind         text        not null,
    -- of numbered documents: series and number are unique in the year
    series       text,
    year         integer,
    number       integer,
    symbol       text,
    issued_on    date        not null,
    title        text        not null,
    file_name    text        not null,
    content_type text        not null,
    sha256       text        not null,
    content      bytea       not null,
    created_at   timestamptz not null,
    unique (issuer_id, series, year, number)
);
create index official_document_campaign on official_document (campaign_id, created_at);

-- Incoming documents of a union: one continuous series a year.
create table incoming_document (
    receiver_id    uuid        not null references union_unit (id),
    year           integer     not null,
    number         integer     not null,
    campaign_id    uuid        not null references campaign (id),
    unit_code      text        not null,
    report_version integer     not null,
    received_at    timestamptz not null,
    primary key (receiver_id, year, number),
    unique (campaign_id, unit_code, report_version)
);

-- The report upward: who signed, when it went, what the superior answered.
create table report_upward (
    campaign_id     uuid primary key references campaign (id),
    signer          text        not null,
    signed_at       timestamptz not null,
    document_id     uuid references official_document (id),
    incoming_number text,
    received_on     date
);
