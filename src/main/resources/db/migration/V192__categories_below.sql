-- Which categories of unions take part below a participant, in its own campaign and all below that: its consolidated
-- report holds every appendix that any of them fills in (formats.md, Outline). Frozen as those campaigns are issued.
alter table participant add column categories_below text[] not null default '{}';
