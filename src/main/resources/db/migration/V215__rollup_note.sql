-- What the focal department found out about a unit's figure that looks unusual. An empty text: the note was cleared.
create table rollup_note (
    participant_id uuid        not null references participant (id),
    indicator      text        not null,
    year           integer     not null,
    text           text        not null,
    edited_by      text        not null,
    edited_at      timestamptz not null,
    version        integer     not null,
    primary key (participant_id, indicator, year)
);
