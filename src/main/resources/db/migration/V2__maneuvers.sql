-- Times are microseconds since 1970-01-01T00:00 UTC.

-- The models that have searched this catalogue; of two, the one with the higher id came into use later.
create table model_version (
  id integer not null primary key,
  name text not null,
  version text not null,
  sha256 text not null unique
);

create table maneuver (
  id bigint not null primary key,
  norad_id integer not null,
  revision integer not null,
  status text not null,
  kind text not null,
  epoch bigint not null,
  earliest bigint not null,
  latest bigint not null,
  confidence double precision not null,
  -- The maneuver as last found, in JSON.
  figures text not null,
  backfill integer not null,
  reported_at bigint not null,
  updated_at bigint not null,
  model_id integer not null,
  newest_element_set bigint not null,
  merged_into bigint
);

create index maneuver_of_object on maneuver (norad_id, epoch);
create index maneuver_by_epoch on maneuver (epoch, id);
create index maneuver_by_update on maneuver (updated_at, id);

-- What was told of a maneuver.
create table maneuver_revision (
  maneuver_id bigint not null,
  revision integer not null,
  at bigint not null,
  reason text not null,
  status text not null,
  figures text not null,
  model_id integer not null,
  newest_element_set bigint not null,
  merged_into bigint,
  primary key (maneuver_id, revision)
);

-- The feed. maneuver_id and revision are null for a deleted object.
create table change (
  seq bigint not null primary key,
  type text not null,
  at bigint not null,
  reason text not null,
  norad_id integer not null,
  maneuver_id bigint,
  revision integer,
  kind text,
  confidence double precision,
  backfill integer not null
);

create index change_of_object on change (norad_id, seq);

-- One row. A transaction that tells something locks it before it takes numbers and until it ends, so that
-- numbers become visible in their order.
create table feed (
  id integer not null primary key,
  last_seq bigint not null,
  last_maneuver_id bigint not null,
  -- Changes up to this one are no longer kept.
  dropped_through bigint not null
);

insert into feed (id, last_seq, last_maneuver_id, dropped_through) values (1, 0, 0, 0);

-- The model of the last search, and a UTC day on which one of its windows began.
alter table object add column searched_model integer;
alter table object add column search_origin bigint;
-- Which process searches the object, and until when others leave it alone.
alter table object add column claimed_by text;
alter table object add column claimed_until bigint;

create index object_by_searched_model on object (searched_model, norad_id);
