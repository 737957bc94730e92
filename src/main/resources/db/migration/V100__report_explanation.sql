-- What a unit says about a figure that breaks a rule which only warns; place is RULE/INDICATOR/YEAR.
create table report_explanation (
    report_id uuid        not null references report (id),
    place     text        not null,
    text      text        not null,
    edited_by text        not null,
    edited_at timestamptz not null,
    primary key (report_id, place)
);
