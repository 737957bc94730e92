-- What the application's role may do, said anew after each migration: work with the rows of all tables, but own nothing
-- and change nothing that is history. Of nodes that start together one at a time says it.
select pg_advisory_xact_lock(8395818260104261);

grant usage on schema "${flyway:defaultSchema}" to "${applicationRole}";
grant select, insert, update, delete on all tables in schema "${flyway:defaultSchema}" to "${applicationRole}";
grant usage on all sequences in schema "${flyway:defaultSchema}" to "${applicationRole}";

revoke insert, update, delete on "${flyway:table}" from "${applicationRole}";
revoke update, delete on calendar_change, decision, report_event, report_recall, report_return, report_version
    from "${applicationRole}";
grant update (incoming_number) on report_version to "${applicationRole}";
revoke update on report_attachment from "${applicationRole}";
grant update (since_version, until_version) on report_attachment to "${applicationRole}";
revoke delete on extension_request from "${applicationRole}";
revoke update, delete on extension_unit from "${applicationRole}";
revoke update, delete on former_parent from "${applicationRole}";
