-- Every cell of every report. Its value is above / below, exact; "-" is 0; other marks and blanks have none.
create table cell (
    report int, code text, year int,
    state text not null check (state in ('number', '-', '...', 'x', 'blank', 'text', 'undefined')),
    above numeric, below numeric,
    primary key (report, code, year)
);

-- Years before the indicator, or before the unit, are x by themselves.
insert into cell
select p.report, p.code, p.year, 'x'
from place p join form f using (report, code) join report r on r.id = p.report
where p.year < f.valid_from or p.year < r.valid_from;

-- What is typed.
insert into cell
select p.report, p.code, p.year,
       case when f.type = 'text' then 'text' when t.value in ('-', '...', 'x') then t.value else 'number' end,
       case when f.type = 'text' or t.value in ('...', 'x') then null when t.value = '-' then 0 else t.value::numeric end,
       1
from place p join form f using (report, code) join typed t using (report, code, year)
where not f.computed
on conflict do nothing;

-- Blank cells with a default: the issuer's own office counts its participants of a tier, in the last year only; a unit
-- without units below it (of the categories, if given) takes a constant.
insert into cell
select p.report, p.code, p.year, 'number', coalesce((r.participants ->> f.own_tier)::numeric, 0), 1
from place p join form f using (report, code) join report r on r.id = p.report
where f.own_tier is not null and r.participants is not null and p.last_year and not f.computed
on conflict do nothing;

create view leaf_default as
select f.report, f.code, f.leaf_value
from form f join report r on r.id = f.report
where r.leaf and not f.computed
  and (f.leaf_value -> 'categories' is null or f.leaf_value -> 'categories' ? r.category);

insert into cell
select p.report, p.code, p.year, 'number', (d.leaf_value ->> 'const')::numeric, 1
from place p join leaf_default d using (report, code)
where d.leaf_value ->> 'const' is not null
on conflict do nothing;

-- What a cell that is still open is made of.
create table argument as
select f.report, f.code, 'add' as role, a.value #>> '{}' as argument
from form f, jsonb_array_elements(f.formula -> 'args') a
where f.computed
union all
select f.report, f.code, side, f.unit_agg ->> side
from form f, unnest(array ['numerator', 'denominator']) side
where f.computed and f.formula is null
union all
select d.report, d.code, 'copy', d.leaf_value ->> 'copy'
from leaf_default d
where d.leaf_value ->> 'copy' is not null;
create index on argument (report, code);

insert into cell
select p.report, p.code, p.year, 'blank'
from place p
where not exists (select from argument a where (a.report, a.code) = (p.report, p.code))
on conflict do nothing;
analyze cell, argument;

-- Round by round: each open cell whose arguments are all known. A row or year that the union does not have is x.
do $$
begin
    loop
        insert into cell
        select report, code, year,
               case
                   when role = 'copy' then copied
                   when role = 'add' and no_data then '...'
                   when role = 'add' and blank then 'blank'
                   when role = 'add' and number then 'number'
                   when role = 'add' and nothing then '-'
                   when role = 'add' then 'x'
                   when numerator is null or coalesce(denominator, 0) = 0 then 'undefined'
                   else 'number'
               end,
               case
                   when role = 'copy' then total
                   when role = 'add' and not no_data and not blank and (number or nothing) then total
                   when role = 'ratio' and denominator <> 0 then numerator * scale * sign(denominator)
               end,
               case
                   when role = 'copy' then copied_below
                   when role = 'ratio' and denominator <> 0 then abs(denominator)
                   else 1
               end
        from (
            select p.report, p.code, p.year,
                   case when min(a.role) in ('copy', 'add') then min(a.role) else 'ratio' end as role,
                   coalesce((min(f.unit_agg ->> 'scale'))::numeric, 1) as scale,
                   coalesce(min(c.state), 'x') as copied,
                   min(c.below) as copied_below,
                   sum(c.above) as total,
                   bool_or(coalesce(c.state, 'x') = '...') as no_data,
                   bool_or(coalesce(c.state, 'x') = 'blank') as blank,
                   bool_or(coalesce(c.state, 'x') = 'number') as number,
                   bool_or(coalesce(c.state, 'x') = '-') as nothing,
                   sum(c.above) filter (where a.role = 'numerator') as numerator,
                   sum(c.above) filter (where a.role = 'denominator') as denominator
            from place p
                 join argument a using (report, code)
                 join form f using (report, code)
                 left join place there on (there.report, there.code, there.year) = (p.report, a.argument, p.year)
                 left join cell c on (c.report, c.code, c.year) = (p.report, a.argument, p.year)
            where not exists (select from cell k where (k.report, k.code, k.year) = (p.report, p.code, p.year))
            group by p.report, p.code, p.year
            having bool_and(there.code is null or c.code is not null)
        ) open;
        exit when not found;
    end loop;
end $$;
analyze cell;
