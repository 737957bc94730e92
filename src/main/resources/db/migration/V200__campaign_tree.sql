-- A union's own campaign under its superior's plan (ADR 33): which report in the superior's campaign it feeds, and the
-- campaign at the top of the tree. Both null at the top itself.
alter table campaign
    add column parent_report_id uuid references report (id),
    add column root_id uuid references campaign (id),
    add constraint campaign_tree check ((parent_report_id is null) = (root_id is null));
create unique index campaign_parent_report on campaign (parent_report_id) where state <> 'CANCELLED';
create index campaign_tree_key on campaign (coalesce(root_id, id));

-- In which campaign of the same tree the unit is counted (ADR 34); null: in this one.
alter table participant
    add column counted_in uuid references campaign (id);
