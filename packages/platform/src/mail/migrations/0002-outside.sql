-- Mail to an address outside: sealed, and gone once the mail is. What hangs on a mail is named by its content in the file
-- store.
alter table mail alter column person_id drop not null;
alter table mail
  add column to_sealed text,
  add column attachment_sha256 text,
  add column attachment_name text,
  add column attachment_type text,
  add constraint mail_goes_somewhere check (state <> 'waiting' or (person_id is null) = (to_sealed is not null));
