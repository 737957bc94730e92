-- What one report that counts adds to its campaign's totals: arrays over the campaign's cells, in the order of its
-- definition (each row's years, then its period's column). Kept with the report's version, so that a cell's units can be
-- shown, and added up again at any time.
create table contribution (
    report_id      uuid primary key references report (id),
    campaign_id    uuid      not null references campaign (id),
    version        integer   not null,
    -- reports are added up by blocks, so that one that changes touches its block alone
    block          integer   not null,
    -- the number ('-' is 0); of a mean the sum of value × weight; of a quotient how many units give one side only; null:
    -- none
    amounts        numeric[] not null,
    -- of a mean the sum of the weights
    weights        numeric[] not null,
    -- n number, - nothing, . no data, x does not apply, t text, blank, a: the row is not the unit's
    states         "char"[]  not null,
    -- on how many units the cell rests; null: on this one, as its state says
    expected       integer[],
    reporting      integer[],
    no_data        integer[],
    not_applicable integer[]
);
create index contribution_block on contribution (campaign_id, block);

-- The sum of a block's contributions.
create table rollup_part (
    campaign_id    uuid      not null references campaign (id),
    block          integer   not null,
    amounts        numeric[] not null,
    weights        numeric[] not null,
    expected       integer[] not null,
    reporting      integer[] not null,
    no_data        integer[] not null,
    not_applicable integer[] not null,
    primary key (campaign_id, block)
);
