-- Closures, transfers and mergers as they are carried out, and the tree of any day (ADR 0035).

-- The day of the last event that moved or ended the unit: a file as of an earlier day does not undo it.
alter table union_unit add column changed_on date;

alter table unit_event
    -- its place among the events of its file
    add column position   integer not null default 0,
    -- the tree of the file that brought it was of that day or later, and so holds it already
    add column in_tree    boolean not null default false,
    add column applied_on date,
    -- why it could not be carried out, a Vietnamese sentence
    add column refusal    text,
    add column refused_on date,
    add constraint unit_event_outcome check (
        (refusal is null) = (refused_on is null) and num_nonnulls(applied_on, refusal) + in_tree::integer <= 1);

create index unit_event_due on unit_event (day)
    where kind <> 'note' and not in_tree and applied_on is null and refusal is null;
create index unit_event_day on unit_event (day desc, position, id);

-- Where a unit was before; where it is stands in union_unit. valid_from is null when nobody knows since when.
create table former_parent (
    unit_id    uuid not null references union_unit (id),
    -- null: it was at the top
    parent_id  uuid references union_unit (id),
    valid_from date,
    valid_to   date not null,
    primary key (unit_id, valid_to),
    check (valid_from <= valid_to)
);
create index former_parent_parent on former_parent (parent_id);

-- Each unit's parents, one row for each time: the tree of a day is the rows that hold on it.
create view unit_parent as
select f.unit_id, f.parent_id, f.valid_from, f.valid_to
from former_parent f
union all
select u.id, u.parent_id, (select max(f.valid_to) + 1 from former_parent f where f.unit_id = u.id), null
from union_unit u;
