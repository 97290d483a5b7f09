-- Its series is never public: nobody puts it on the public site.
alter table issue
  add column confined boolean not null default false,
  add constraint issue_confined check (not confined or published_at is null);
