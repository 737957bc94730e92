-- An issued plan that was taken back: when, and why. Its campaign is CANCELLED.
alter table campaign
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add constraint campaign_withdrawal check ((withdrawn_at is null) = (withdrawal_reason is null));
