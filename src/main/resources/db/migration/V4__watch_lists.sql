-- Lists of objects to watch: the objects of watch_list_object, those in some regimes, and those
-- that a text finds.
create table watch_list (
  name ${bytewise} not null primary key,
  -- Names of regimes, separated by commas; empty: none.
  regimes text not null,
  query text,
  -- Microseconds since 1970-01-01T00:00 UTC.
  updated_at bigint not null
);

create table watch_list_object (
  watch_list ${bytewise} not null,
  norad_id integer not null,
  primary key (watch_list, norad_id)
) ${clustered};

-- What was told of a maneuver before a change of it.
create index change_of_maneuver on change (maneuver_id, revision);
