-- Links that confirm an address. Of a token only its SHA-256 is kept. A mail that is handed over again carries another
-- token, and both copies' links work: so an address may have several.
create table address_confirmation (
    token_hash text primary key,
    address    text        not null references mail_address (address),
    created_at timestamptz not null
);
create index address_confirmation_address on address_confirmation (address);

alter table mail_address drop column token_hash;
-- when a test mail was last queued for it
alter table mail_address rename column token_sent_at to tested_at;
