-- A return stays as it went out; only the unit's answers are still to come.
create trigger report_return_stays before update or delete on report_return
    for each row execute function refuse_change();
create trigger report_return_is_not_emptied before truncate on report_return
    for each statement execute function refuse_change();

create function refuse_change_of_sent_reason() returns trigger language plpgsql as $$
declare
    answered return_reason := old;
begin
    if tg_op = 'DELETE' then
        raise exception 'a reason that was sent out is never deleted';
    end if;
    answered.answer := new.answer;
    answered.answered_by := new.answered_by;
    answered.answered_at := new.answered_at;
    if answered is distinct from new then
        raise exception 'a reason that was sent out is never changed';
    end if;
    return new;
end $$;

create trigger return_reason_stays before update or delete on return_reason
    for each row when (old.return_id is not null) execute function refuse_change_of_sent_reason();
create trigger return_reason_is_not_emptied before truncate on return_reason
    for each statement execute function refuse_change();
