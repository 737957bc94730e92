-- Every line of every rule with its outcome (formats.md, Cross-checks).
create table rule as
select d.id as definition, r.value ->> 'code' as code, r.value ->> 'kind' as kind,
       r.value ->> 'left' as "left", r.value ->> 'right' as "right", r.value ->> 'op' as op, r.value as fields
from definition d, jsonb_array_elements(d.file -> 'rules') r;

-- A part is at most its whole, unless a comparison names the pair.
insert into rule
select i.definition, 'implicit:' || i.code, 'compare', i.code, i.breakdown_of, '<=', '{}'
from indicator i
where i.breakdown_of is not null
  and not exists (
      select from rule r
      where r.definition = i.definition and r.kind = 'compare'
        and (r."left", r."right") in ((i.code, i.breakdown_of), (i.breakdown_of, i.code)));

-- "-" counts as 0, but not in a mean; as a figure (range, yoy_change) it counts nowhere.
create table operand as
select c.report, c.code, c.year, c.state, c.below,
       case when c.state = '-' and f.unit_agg ->> 'op' = 'weighted_mean' then null else c.above end as above,
       case when c.state = 'number' then c.above end as figure
from cell c join form f using (report, code);
create unique index on operand (report, code, year);
analyze operand, rule;

create function outcome(checkable boolean, holds boolean) returns text immutable language sql as $$
    select case when not coalesce(checkable, false) then 'NOT_CHECKABLE' when holds then 'HOLDS' else 'BROKEN' end
$$;

-- compare, iff_positive, implies_positive: a rule on rows that the union does not have is not listed.
create table line as
select p.report, r.code as rule, r.kind, p.code, p.year,
       outcome(
           l.above is not null and o.above is not null,
           case r.kind
               when 'iff_positive' then (l.above > 0) = (o.above > 0)
               when 'implies_positive' then l.above <= 0 or o.above > 0
               else case r.op
                   when '<=' then l.above * o.below <= o.above * l.below
                   when '<' then l.above * o.below < o.above * l.below
                   when '>=' then l.above * o.below >= o.above * l.below
                   when '>' then l.above * o.below > o.above * l.below
                   when '==' then l.above * o.below = o.above * l.below
               end
           end) as outcome
from rule r
     join form f on f.definition = r.definition and f.code = r."left"
     join form g on g.report = f.report and g.code = r."right"
     join place p on p.report = f.report and p.code = f.code
     left join operand l on (l.report, l.code, l.year) = (p.report, f.code, p.year)
     left join operand o on (o.report, o.code, o.year) = (p.report, g.code, p.year)
where r.kind in ('compare', 'iff_positive', 'implies_positive');

-- sum_equals: a part that is x counts as 0, and so does one that the union does not have.
insert into line
select p.report, r.code, r.kind, p.code, p.year,
       outcome(
           t.above is not null and not parts.lacking,
           abs(t.above - parts.total) <= coalesce((r.fields ->> 'tolerance')::numeric, 0))
from rule r
     join form f on f.definition = r.definition and f.code = r.fields ->> 'total'
     join place p on p.report = f.report and p.code = f.code
     left join operand t on (t.report, t.code, t.year) = (p.report, p.code, p.year)
     cross join lateral (
         select count(g.code) as listed,
                coalesce(bool_or(o.above is null and coalesce(o.state, 'x') <> 'x'), false) as lacking,
                coalesce(sum(o.above), 0) as total
         from jsonb_array_elements_text(r.fields -> 'parts') part
              join form g on g.report = f.report and g.code = part
              left join operand o on (o.report, o.code, o.year) = (p.report, g.code, p.year)
     ) parts
where r.kind = 'sum_equals' and parts.listed > 0;

insert into line
select p.report, r.code, r.kind, p.code, p.year,
       outcome(
           o.figure is not null,
           o.figure >= coalesce((r.fields ->> 'min')::numeric * o.below, o.figure)
               and o.figure <= coalesce((r.fields ->> 'max')::numeric * o.below, o.figure))
from rule r
     join form f on f.definition = r.definition and f.code = r.fields ->> 'indicator'
     join place p on p.report = f.report and p.code = f.code
     left join operand o on (o.report, o.code, o.year) = (p.report, p.code, p.year)
where r.kind = 'range';

-- balance: from the second year in which the stock has a number.
insert into line
select p.report, r.code, r.kind, p.code, p.year,
       outcome(
           s.above is not null and b.above is not null and not flows.lacking,
           abs(b.above + flows.total - s.above) * 100
               <= abs(s.above) * coalesce((r.fields ->> 'tolerance_pct')::numeric, 0))
from rule r
     join form f on f.definition = r.definition and f.code = r.fields ->> 'stock'
     join place p on p.report = f.report and p.code = f.code
     left join operand s on (s.report, s.code, s.year) = (p.report, p.code, p.year)
     left join operand b on (b.report, b.code, b.year) = (p.report, p.code, p.year - 1)
     cross join lateral (
         select bool_and(g.code is not null) as listed, bool_or(o.above is null) as lacking,
                sum(o.above * flow.direction) as total
         from (select jsonb_array_elements_text(r.fields -> 'plus') as code, 1 as direction
               union all
               select jsonb_array_elements_text(r.fields -> 'minus'), -1) flow
              left join form g on g.report = f.report and g.code = flow.code
              left join operand o on (o.report, o.code, o.year) = (p.report, flow.code, p.year)
     ) flows
where r.kind = 'balance' and flows.listed
  and exists (select from operand e where (e.report, e.code) = (p.report, p.code) and e.year <= p.year
              and e.above is not null offset 1);

-- The rows that a rule means by a selector or by a list; a selector never means computed ones.
create table selected as
select f.report, r.code as rule, r.kind, r.fields, f.code, f.measure, f.unit_agg ->> 'op' as op
from rule r join form f using (definition)
where case r.fields ->> 'indicators'
          when '*numeric' then f.type <> 'text' and not f.computed
          when '*int' then f.type = 'int' and not f.computed
          when '*sum' then f.unit_agg ->> 'op' = 'sum' and not f.computed
          when '*required' then f.required and not f.computed
          else r.fields -> 'indicators' ? f.code
      end;

-- yoy_change: from the second year of the row. Below the base it holds, a base of 0 is none.
insert into line
select p.report, s.rule, s.kind, p.code, p.year,
       outcome(
           not (p.partial and s.measure = 'flow' and coalesce((s.fields ->> 'skip_partial_year_for_flow')::boolean, false))
               and v.figure is not null and b.figure <> 0,
           b.figure < coalesce((s.fields ->> 'min_base')::numeric * b.below, b.figure)
               or abs(v.figure * b.below - b.figure * v.below) * 100
                   <= (s.fields ->> 'max_pct')::numeric * abs(b.figure) * v.below)
from selected s
     join place p using (report, code)
     join place before on (before.report, before.code, before.year) = (p.report, p.code, p.year - 1)
     left join operand v on (v.report, v.code, v.year) = (p.report, p.code, p.year)
     left join operand b on (b.report, b.code, b.year) = (p.report, p.code, p.year - 1)
where s.kind = 'yoy_change';

insert into line
select p.report, s.rule, s.kind, p.code, p.year,
       case s.kind
           when 'non_negative' then outcome(o.above is not null, o.above >= 0)
           when 'integer' then outcome(o.above is not null, mod(o.above, o.below) = 0)
           when 'blank_vs_zero' then outcome(true, o.state <> 'blank')
           when 'parent_equals_children' then
               outcome(
                   r.own_campaign and s.op = 'sum' and o.above is not null and t.value not in ('...', 'x', ''),
                   o.above = case when t.value = '-' then 0 when t.value ~ '[0-9]' then t.value::numeric * o.below end)
       end
from selected s
     join place p using (report, code)
     join report r on r.id = p.report
     left join operand o using (report, code, year)
     left join own_total t using (report, code, year)
where s.kind in ('non_negative', 'integer', 'blank_vs_zero', 'parent_equals_children');
