-- The lists of documents by kind, and the most doubtful whatever their state.
create index document_kind on document (kind, created_at desc, id desc);
create index document_most_doubtful on document (doubts desc, created_at, id);
