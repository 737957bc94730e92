-- What is evaluated: campaign files as they are imported, and what units typed.
create table definition (id int primary key, file jsonb not null);

-- One union: its category, the first year it existed, whether no unit is below it. The issuer's own office has its
-- participants by tier. own_campaign: a campaign of its own has been locked, its totals are in own_total.
create table report (
    id int primary key,
    definition int not null,
    category text not null,
    valid_from int,
    leaf boolean not null,
    participants jsonb,
    own_campaign boolean not null
);

create table typed (report int, code text, year int, value text not null, primary key (report, code, year));
create table own_total (report int, code text, year int, value text not null, primary key (report, code, year));
