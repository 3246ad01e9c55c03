-- Times are microseconds since 1970-01-01T00:00 UTC.

create table object (
  norad_id integer not null primary key,
  name text,
  -- The name in capital letters, empty without a name: for sorting and searching.
  sort_name ${bytewise} not null,
  international_designator text,
  object_type text,
  regime text not null,
  element_sets bigint not null,
  first_epoch bigint not null,
  last_epoch bigint not null,
  perigee_km double precision not null,
  apogee_km double precision not null,
  inclination_deg double precision not null,
  -- What the search found, up to the epoch it has come to; null before the first search.
  searched_through bigint,
  maneuvers_last_30_days integer not null default 0,
  probability_30_days double precision,
  last_maneuver bigint,
  -- Element sets from due_from to due_through are new since the last search; null: none.
  due_from bigint,
  due_through bigint,
  -- When the object became due.
  due_since bigint,
  -- Grows with every change of the object's element sets, so that a search sees what came meanwhile.
  element_sets_revision bigint not null
);

create index object_by_name on object (sort_name, norad_id);
create index object_by_last_epoch on object (last_epoch desc, norad_id);
create index object_by_last_maneuver on object (coalesce(last_maneuver, -9223372036854775807) desc, norad_id);
create index object_by_probability on object (coalesce(probability_30_days, -1) desc, norad_id);
create index object_due on object (due_since) where due_since is not null;

-- The element set that counts of each epoch.
create table element_set (
  norad_id integer not null,
  epoch bigint not null,
  published ${bytes} not null,
  primary key (norad_id, epoch)
) ${clustered};

-- Others of the same epoch, by which known content is recognized.
create table superseded_element_set (
  norad_id integer not null,
  epoch bigint not null,
  published ${bytes} not null,
  primary key (norad_id, epoch, published)
) ${clustered};
