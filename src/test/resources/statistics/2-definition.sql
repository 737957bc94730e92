-- The campaign file as tables (formats.md, Figures).
create table indicator as
select d.id as definition,
       a.value ->> 'code' as appendix,
       a.value -> 'applies_to' as applies_to,
       i.value ->> 'code' as code,
       i.value ->> 'type' as type,
       i.value ->> 'measure' as measure,
       coalesce((i.value ->> 'computed')::boolean, false) as computed,
       coalesce((i.value ->> 'required')::boolean, false) as required,
       i.value ->> 'breakdown_of' as breakdown_of,
       (i.value ->> 'valid_from_year')::int as valid_from,
       i.value -> 'formula' as formula,
       i.value -> 'leaf_value' as leaf_value,
       i.value #>> '{own_value,count_children,tier}' as own_tier,
       i.value -> 'unit_agg' as unit_agg,
       i.value -> 'period_agg' as period_agg
from definition d,
     jsonb_array_elements(d.file -> 'appendices') a,
     jsonb_array_elements(a.value -> 'indicators') i;

create table year_column as
select d.id as definition, a.value ->> 'code' as appendix, (c.value ->> 'year')::int as year,
       coalesce((c.value ->> 'partial')::boolean, false) as partial
from definition d,
     jsonb_array_elements(d.file -> 'appendices') a,
     jsonb_array_elements(a.value -> 'columns') c
where c.value ->> 'year' is not null;

-- What does not apply to a union is absent.
create table form as
select r.id as report, i.*
from report r join indicator i using (definition)
where i.applies_to = '"ALL"' or i.applies_to ? r.category;
create unique index on form (report, code);

create table place as
select f.report, f.code, c.year, c.partial,
       c.year = max(c.year) over (partition by f.report, f.code) as last_year
from form f join year_column c using (definition, appendix);
create unique index on place (report, code, year);
analyze form, place, typed;
