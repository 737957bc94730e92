-- The period's column (formats.md, Period column): one row for each row that has one; above is null for "no number".
create table period as
with year_cell as (
    select c.*, p.last_year, f.period_agg ->> 'op' as op
    from cell c join place p using (report, code, year) join form f using (report, code)
),
-- The last year that has a number; told apart when it is not the last year.
last as (
    select distinct on (report, code) report, code, above, below, case when not last_year then year end as earlier_year
    from year_cell
    where op = 'last' and above is not null
    order by report, code, year desc
),
over_years as (
    select report, code,
           case op
               when 'sum' then sum(above)
               when 'max' then max(above)
               when 'min' then coalesce(min(above) filter (where above <> 0), min(above))
           end as above
    from year_cell
    where op in ('sum', 'max', 'min')
    group by report, code, op
),
-- Sums over the years in which both sides are numbers, in twelfths: a partial year's stock stands for so many months.
sides as (
    select f.report, f.code,
           coalesce(f.period_agg ->> 'numerator', f.unit_agg ->> 'numerator') as numerator,
           coalesce(f.period_agg ->> 'denominator', f.unit_agg ->> 'denominator') as denominator,
           coalesce((f.period_agg ->> 'scale')::numeric, (f.unit_agg ->> 'scale')::numeric, 1) as scale
    from form f
    where f.period_agg ->> 'op' = 'ratio_of_year_sums'
),
twelfths as (
    select c.report, c.code, c.year,
           c.above * case
               when f.measure = 'stock' and p.partial
                   then coalesce(extract(month from (d.file #>> '{campaign,period,last_year_cutoff}')::date), 12)
               else 12
           end as value
    from cell c join place p using (report, code, year) join form f using (report, code)
         join definition d on d.id = f.definition
    where c.above is not null
),
sums as (
    select s.report, s.code, sum(n.value) * s.scale as above, sum(m.value) as below
    from sides s
         join place p on (p.report, p.code) = (s.report, s.code)
         join twelfths n on (n.report, n.code, n.year) = (p.report, s.numerator, p.year)
         join twelfths m on (m.report, m.code, m.year) = (p.report, s.denominator, p.year)
    group by s.report, s.code, s.scale
)
select f.report, f.code, f.period_agg ->> 'op' as op,
       coalesce(l.above, o.above, case when s.below <> 0 then s.above end) as above,
       coalesce(l.below, case when o.above is not null then 1 end, nullif(s.below, 0)) as below,
       l.earlier_year
from form f
     left join last l using (report, code)
     left join over_years o using (report, code)
     left join sums s using (report, code)
where f.period_agg ->> 'op' <> 'none';
