-- The figures of the issuer's own office are a report of the issuer in its own campaign: it adds to the totals and stands
-- in no list, count, notice, letter or extension (ADR 32).
alter table participant add column office boolean not null default false;
alter table participant add constraint participant_office_is_not_expected check (not (office and required));
create unique index participant_office on participant (campaign_id) where office;
