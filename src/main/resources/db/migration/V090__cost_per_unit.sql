-- A unit's step finds its place in the campaign without looking at the other units.
create unique index participant_code on participant (campaign_id, unit_code);
create index participant_position on participant (campaign_id, position);

-- Who takes part in an issuer's campaign (formats.md, Organisation): its children that report, required; the units it
-- guides, coordinated. In order: required first, each block by category, then protocol.
create view union_member as
select i.id as issuer_id,
       u.id as unit_id,
       coalesce(u.parent_id = i.id, false) as required,
       u.valid_from,
       u.valid_to,
       c.position as category_position,
       u.sort_order
from union_unit i
    join union_unit u on u.parent_id = i.id or u.guided_by_id = i.id
    join unit_category c on c.code = u.category
where u.reporting_mode <> 'NONE' or u.parent_id is distinct from i.id;

-- A notice's id follows from what makes it unique: the name-based UUID (MD5) of its key, the same as in the code.
create function notice_id(campaign uuid, unit_code text, kind text, occasion text) returns uuid
    language sql immutable
    return (
        select overlay(
                   overlay(hash placing '3' from 13 for 1)
                   placing translate(substr(hash, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') from 17 for 1)::uuid
        from (select md5(concat_ws('|', campaign::text, coalesce(unit_code, 'null'), kind, occasion)) as hash) key);

-- "Is anybody still open?" takes the first of these and looks no further.
drop index report_open;
create index report_open on report (campaign_id, id)
    where state in ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED');
