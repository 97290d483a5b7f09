-- The small picture of each, for lists and the editor.
alter table edition_picture add column thumb_sha256 text not null;
create index edition_picture_thumb on edition_picture (thumb_sha256);
