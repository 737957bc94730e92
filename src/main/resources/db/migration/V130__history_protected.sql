-- What was decided, signed and done stays as it was written. The application's role lacks the right to change it
-- (afterMigrate.sql); these triggers refuse it to everybody else too, the owner of the tables included.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are history and are never changed', tg_table_name;
end $$;

create trigger decision_stays before update or delete on decision
    for each row execute function refuse_change();
create trigger decision_is_not_emptied before truncate on decision
    for each statement execute function refuse_change();

-- A signed version changes once: it gets its incoming number.
create function refuse_change_of_version() returns trigger language plpgsql as $$
declare
    numbered report_version := old;
begin
    numbered.incoming_number := new.incoming_number;
    if old.incoming_number is not null or numbered is distinct from new then
        raise exception 'a signed version is never changed';
    end if;
    return new;
end $$;

create trigger report_version_stays before update on report_version
    for each row execute function refuse_change_of_version();
create trigger report_version_is_not_deleted before delete on report_version
    for each row execute function refuse_change();
create trigger report_version_is_not_emptied before truncate on report_version
    for each statement execute function refuse_change();

-- A file that a version was signed with stays with it; it only stops to be part of later versions.
create function refuse_change_of_signed_attachment() returns trigger language plpgsql as $$
declare
    ended report_attachment := old;
begin
    if tg_op = 'DELETE' then
        raise exception 'a file of a signed version is never deleted';
    end if;
    ended.until_version := new.until_version;
    if old.until_version is not null or ended is distinct from new then
        raise exception 'a file of a signed version is never changed';
    end if;
    return new;
end $$;

create trigger report_attachment_stays before update or delete on report_attachment
    for each row when (old.since_version is not null) execute function refuse_change_of_signed_attachment();
create trigger report_attachment_is_not_emptied before truncate on report_attachment
    for each statement execute function refuse_change();

-- One unit's decisions are read for its history, however many units the campaign has.
create index decision_unit on decision (campaign_id, unit_code, decided_at);
