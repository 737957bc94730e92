-- Who has a report open for writing, and where in it; a row that is not seen again within a minute says nothing.
create table report_presence (
    report_id uuid        not null references report (id),
    user_id   text        not null,
    place     text        not null,
    seen_at   timestamptz not null,
    primary key (report_id, user_id)
);
