-- Reviews that an agent put off: they are in no list of work until then.
CREATE TABLE snooze (
  review INTEGER PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
  until  INTEGER NOT NULL -- Unix seconds
) STRICT;
