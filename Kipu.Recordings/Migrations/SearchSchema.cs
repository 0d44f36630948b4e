using Microsoft.EntityFrameworkCore.Migrations;

namespace Kipu.Recordings.Migrations;

/// <summary>Full-text search as the first migration sets it up; docs/search.md says why it is so.</summary>
internal static class SearchSchema
{
    /// <summary>Spanish and English with accents taken off, and plain words without any grammar. The columns' expressions need them.</summary>
    public static void CreateSearchConfigurations(this MigrationBuilder migration) => migration.Sql(
        """
        create text search configuration kipu_es (copy = spanish);
        alter text search configuration kipu_es alter mapping for hword, hword_part, word with unaccent, spanish_stem;
        create text search configuration kipu_en (copy = english);
        alter text search configuration kipu_en alter mapping for hword, hword_part, word with unaccent, english_stem;
        create text search configuration kipu_plain (copy = simple);
        alter text search configuration kipu_plain alter mapping for hword, hword_part, word with unaccent, simple;
        """);

    public static void CreateSearchFunctions(this MigrationBuilder migration)
    {
        migration.Sql(QueryFunction);
        migration.Sql(MarksFunction);
        migration.Sql(FindingFunctions);
        migration.Sql(Ownership);
    }

    public static void DropSearch(this MigrationBuilder migration) => migration.Sql(
        """
        drop function search_segments(tsquery, uuid[], integer);
        drop function search_recordings(tsquery);
        drop function search_marks(text, text, tsquery);
        drop function search_query(text[], boolean, boolean);
        drop text search configuration kipu_plain;
        drop text search configuration kipu_en;
        drop text search configuration kipu_es;
        """);

    /// <remarks>
    /// A word is looked for by its Spanish stem, by its English stem, and as it is. Words that either language drops (the, de)
    /// are not asked for, unless there is nothing else. The beginning of a word is looked for among the words as they are:
    /// the stem of half a word is some other word's.
    /// </remarks>
    private const string QueryFunction =
        """
        create or replace function search_query(words text[], unfinished boolean, must_have_all boolean) returns tsquery
        language plpgsql immutable parallel safe set search_path = pg_catalog, public, pg_temp set client_min_messages = warning as $$
        declare
          word text;
          place integer := 0;
          part tsquery;
          spanish tsquery;
          english tsquery;
          needed tsquery := ''::tsquery;
          anything tsquery := ''::tsquery;
        begin
          foreach word in array words loop
            place := place + 1;
            spanish := plainto_tsquery('kipu_es', word);
            english := plainto_tsquery('kipu_en', word);
            if unfinished and place = cardinality(words) then
              part := to_tsquery('kipu_plain', quote_literal(word) || ':*');
            else
              part := plainto_tsquery('kipu_plain', word);
            end if;
            -- Each form once: the planner takes them for independent of each other.
            if spanish <> part and spanish <> english then part := spanish || part; end if;
            if english <> part then part := english || part; end if;
            anything := case when must_have_all then anything && part else anything || part end;
            if (unfinished and place = cardinality(words))
                or (numnode(spanish) > 0 and numnode(english) > 0) then
              needed := case when must_have_all then needed && part else needed || part end;
            end if;
          end loop;
          return case when numnode(needed) > 0 then needed else anything end;
        end $$;
        """;

    /// <remarks>
    /// The text with its hits between U+0002 and U+0003. What the parser would take for a tag, an entity or our own marks
    /// becomes a space first, one for one, so that places in the result are places in the text.
    /// </remarks>
    private const string MarksFunction =
        """
        create or replace function search_marks(language text, body text, query tsquery) returns text
        language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
          select ts_headline(
            case left(language, 2) when 'es' then 'kipu_es'::regconfig when 'en' then 'kipu_en'::regconfig else 'kipu_plain'::regconfig end,
            translate(body, E'<>&\x02\x03', '     '), query, E'StartSel="\x02", StopSel="\x03", HighlightAll=true');
        $$;
        """;

    /// <remarks>
    /// The match operator is not leakproof, so under row-level security it can't be an index condition: a rare word would cost
    /// a scan of the organization. These functions run as a role that sees all rows and compare the organization themselves;
    /// they are the only place where tenancy rests on a where clause. They tell places, never words.
    /// </remarks>
    private const string FindingFunctions =
        """
        create function search_recordings(query tsquery) returns table (recording_id uuid)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select s.recording_id from public.transcript_segments s
          where s.organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and s.search @@ query
          union
          select r.id from public.recordings r
          where r.organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and r.search @@ query;
        $$;

        create function search_segments(query tsquery, recordings uuid[], per_recording integer)
        returns table (recording_id uuid, ordinal integer, rank real)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with matching as materialized (
            select s.recording_id, s.ordinal, s.search, row_number() over (partition by s.recording_id order by s.ordinal) as place
            from public.transcript_segments s
            where s.organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
              and s.search @@ query and s.recording_id = any (recordings)),
          ranked as (
            -- Ranking is what costs: of a recording that says the word all the time, the first hundred will do.
            select m.recording_id, m.ordinal, ts_rank(m.search, query) as rank from matching m where m.place <= 100),
          best as (
            select r.*, row_number() over (partition by r.recording_id order by r.rank desc, r.ordinal) as place from ranked r)
          select b.recording_id, b.ordinal, b.rank from best b where b.place <= per_recording;
        $$;
        """;

    /// <summary>
    /// The best segments of all recordings, for a question over them. It tells places, and compares the organization itself, as the
    /// others do.
    /// </summary>
    public static void CreateArchiveSearch(this MigrationBuilder migration) => migration.Sql(
        """
        create function search_archive(query tsquery, most integer)
        returns table (recording_id uuid, ordinal integer, rank real)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with matching as materialized (
            -- Ranking is what costs: in an archive that says the words all the time, so many will do.
            select s.recording_id, s.ordinal, s.search from public.transcript_segments s
            where s.organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and s.search @@ query
            limit 20000)
          select m.recording_id, m.ordinal, ts_rank(m.search, query) as rank from matching m
          join public.recordings r on r.id = m.recording_id and r.deleted_at is null
          order by rank desc, m.recording_id desc, m.ordinal limit most;
        $$;
        grant create on schema public to recordings_system;
        alter function search_archive(tsquery, integer) owner to recordings_system;
        revoke create on schema public from recordings_system;
        revoke execute on function search_archive(tsquery, integer) from public;
        grant execute on function search_archive(tsquery, integer) to recordings_app;
        """);

    /// <summary>Finds words that are everywhere by looking through the newest recordings, instead of through what an index has of them.</summary>
    public static void SearchNewestFirst(this MigrationBuilder migration)
    {
        migration.Sql(QueryFunction);
        // The planner knows three thousand words by how common they are, instead of a thousand.
        migration.Sql("alter table transcript_segments alter column search set statistics 300; analyze transcript_segments;");
        migration.Sql(WalkFunctions);
        migration.Sql(SaysFunction);
        migration.Sql("drop function search_archive(tsquery, integer)");
        migration.Sql(ArchiveFunction);
        migration.Sql(
            """
            grant create on schema public to recordings_system;
            alter function search_walk(tsquery, integer) owner to recordings_system;
            alter function search_archive(text[], boolean, integer) owner to recordings_system;
            revoke create on schema public from recordings_system;
            revoke execute on function search_walk(tsquery, integer), search_archive(text[], boolean, integer) from public;
            grant execute on function search_walk(tsquery, integer), search_archive(text[], boolean, integer) to recordings_app;
            """);
    }

    public static void SearchByIndexOnly(this MigrationBuilder migration)
    {
        migration.Sql(
            """
            drop function search_archive(text[], boolean, integer);
            drop function search_says(uuid, tsquery);
            drop function search_walk(tsquery, integer);
            drop function search_matching(tsquery);
            drop function search_rows(text);
            alter table transcript_segments alter column search set statistics -1;
            """);
        migration.CreateArchiveSearch();
    }

    /// <summary>Looks into one recording by a function that the planner takes apart, so that the words are read once for all recordings.</summary>
    /// <remarks>For that it must be plain SQL without a search_path of its own; it runs as the caller.</remarks>
    public static void SearchInRecording(this MigrationBuilder migration) => migration.Sql(
        """
        create function search_in(recording uuid, words text[], unfinished boolean) returns table (found boolean)
        language sql stable as $$
          select true from public.transcript_segments s where s.recording_id = recording and s.search @@ public.search_query(words, unfinished, true)
          union all
          select true from public.recordings r where r.id = recording and r.search @@ public.search_query(words, unfinished, true);
        $$;
        drop function search_says(uuid, tsquery);
        """);

    public static void SearchSays(this MigrationBuilder migration)
    {
        migration.Sql("drop function search_in(uuid, text[], boolean)");
        migration.Sql(SaysFunction);
    }

    /// <summary>Cuts texts into words where <see cref="SearchWords"/> cuts questions; rewrites both tables for it.</summary>
    public static void SearchWordByWord(this MigrationBuilder migration)
    {
        migration.Sql(WordsFunction);
        migration.RebuildSearch("search_words(text)", "search_words(title)", "search_words(coalesce(executive_summary, ''))");
        migration.Sql(WordMarksFunction);
    }

    public static void SearchByTokens(this MigrationBuilder migration)
    {
        migration.RebuildSearch("text", "title", "coalesce(executive_summary, '')");
        migration.Sql(MarksFunction);
        migration.Sql("drop function search_words(text)");
    }

    private static void RebuildSearch(this MigrationBuilder migration, string text, string title, string summary) => migration.Sql(
        $"""
        alter table transcript_segments drop column search, add column search tsvector generated always as (
          case left(language, 2) when 'es' then to_tsvector('kipu_es', {text}) when 'en' then to_tsvector('kipu_en', {text}) else ''::tsvector end
          || to_tsvector('kipu_plain', {text})) stored;
        alter table transcript_segments alter column search set statistics 300;
        create index ix_transcript_segments_organization_id_search on transcript_segments using gin (organization_id, search);
        alter table recordings drop column search, add column search tsvector generated always as (
          to_tsvector('kipu_es', {title}) || to_tsvector('kipu_en', {title}) || to_tsvector('kipu_plain', {title})
          || to_tsvector('kipu_es', {summary}) || to_tsvector('kipu_en', {summary}) || to_tsvector('kipu_plain', {summary})) stored;
        create index ix_recordings_organization_id_search on recordings using gin (organization_id, search);
        analyze transcript_segments, recordings;
        """);

    /// <remarks>
    /// Blanks for signs, one for one. The parser would take what they join for one word (an address, a path, a number with its sign), which
    /// none of the words between the signs finds.
    /// </remarks>
    private const string WordsFunction =
        """
        create function search_words(body text) returns text
        language sql immutable parallel safe as $$
          select translate(body, E'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\x02\x03', repeat(' ', 34));
        $$;
        """;

    private const string WordMarksFunction =
        """
        create or replace function search_marks(language text, body text, query tsquery) returns text
        language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
          select ts_headline(
            case left(language, 2) when 'es' then 'kipu_es'::regconfig when 'en' then 'kipu_en'::regconfig else 'kipu_plain'::regconfig end,
            search_words(body), query, E'StartSel="\x02", StopSel="\x03", HighlightAll=true');
        $$;
        """;

    /// <remarks>
    /// How many recordings to look through, from the newest on, or 0 to go by the index. With N segments of which M match, the index costs some
    /// 25 µs a match, and what it finds has no order. Looking through costs 1 µs a segment, and has found a page of 50 after 50 N / M of them:
    /// less when M² > 2 N. It is 10 N here, because a walk in vain is dear; it ends after four times the way that it should take. The planner
    /// gives a word that its statistics don't know a share of its own for each of its up to three forms: such words are rare.
    /// </remarks>
    private const string WalkFunctions =
        """
        create function search_rows(statement text) returns double precision
        language plpgsql set search_path = pg_catalog, public, pg_temp as $$
        declare
          plan json;
        begin
          execute 'explain (format json) ' || statement into plan;
          return plan -> 0 -> 'Plan' ->> 'Plan Rows';
        end $$;

        create function search_matching(query tsquery) returns double precision
        language sql set search_path = pg_catalog, public, pg_temp as $$
          select public.search_rows(format(
            'select from public.transcript_segments where organization_id = %L and search @@ %L::tsquery',
            nullif(current_setting('app.organization_id', true), '')::uuid, query));
        $$;

        create function search_walk(query tsquery, wanted integer) returns integer
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
          matching double precision := public.search_matching(query);
        begin
          -- No word has a space in it.
          if matching < 1000 or matching <= 3.1 * public.search_matching('''not known'''::tsquery)
              or matching ^ 2 < 10 * public.search_rows(format(
                'select from public.transcript_segments where organization_id = %L', organization)) then
            return 0;
          end if;
          return ceil(4 * wanted * greatest(1, public.search_rows(format(
            'select from public.recordings where organization_id = %L', organization)) / matching));
        end $$;
        """;

    private const string SaysFunction =
        """
        create function search_says(recording uuid, query tsquery) returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
        begin
          return exists (select from public.transcript_segments s where s.recording_id = recording and s.search @@ query)
            or exists (select from public.recordings r where r.id = recording and r.search @@ query);
        end $$;
        """;

    /// <remarks>
    /// What it ranks are the segments with the words that are not everywhere, found by the index. Only when these are too few does it look for
    /// the others, from the newest recording on; and when the walk comes to its end without enough, the index has to say what there is.
    /// </remarks>
    private const string ArchiveFunction =
        """
        create function search_archive(words text[], must_have_all boolean, most integer)
        returns table (recording_id uuid, ordinal integer, rank real)
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp
        set enable_seqscan = off set jit = off set client_min_messages = warning as $$
        #variable_conflict use_column
        declare
          organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
          query tsquery := public.search_query(words, false, must_have_all);
          telling tsquery := query;
          walk integer := public.search_walk(query, 5 * most);
        begin
          if walk > 0 then
            select coalesce((string_agg('(' || p.query::text || ')', ' | '))::tsquery, ''::tsquery) into telling
            from (select w.query, sum(w.matching) over ascending as matching, row_number() over ascending as place
                  from (select d.query, public.search_matching(d.query) as matching
                        from (select distinct public.search_query(array[word], false, true) as query from unnest(words) as word) as d
                        where not must_have_all and query @> d.query) as w
                  window ascending as (order by w.matching, w.query)) as p
            where p.matching <= 5000 or (p.place = 1 and public.search_walk(p.query, 1) = 0);
          end if;

          return query
          with by_index as materialized (
            select s.recording_id, s.ordinal, s.search from public.transcript_segments s
            where s.organization_id = organization and s.search @@ telling limit 20000),
          by_time as materialized (
            -- OFFSET 0 keeps the planner from turning the walk into a join of everything.
            select s.recording_id, s.ordinal, s.search
            from (select r.id from public.recordings r where r.organization_id = organization and r.deleted_at is null
                  order by r.created_at desc, r.id desc
                  limit case when (select count(*) from by_index) < most then walk else 0 end) as newest
            cross join lateral (
              select s.recording_id, s.ordinal, s.search from public.transcript_segments s
              where s.recording_id = newest.id and s.search @@ query offset 0) as s
            limit 5 * most),
          by_words as materialized (
            select s.recording_id, s.ordinal, s.search from public.transcript_segments s
            where s.organization_id = organization and s.search @@ query
            limit case when telling = query or (select count(*) from by_index) + (select count(*) from by_time) >= most then 0 else 20000 end),
          ranked as (
            select distinct f.recording_id, f.ordinal, ts_rank(f.search, query) as rank
            from (select * from by_index union all select * from by_time union all select * from by_words) as f)
          select r.recording_id, r.ordinal, r.rank
          from (select * from ranked order by rank desc, recording_id desc, ordinal) as r
          cross join lateral (select from public.recordings p where p.id = r.recording_id and p.deleted_at is null offset 0) as present
          order by r.rank desc, r.recording_id desc, r.ordinal limit most;
        end $$;
        """;

    private const string Ownership =
        """
        grant create on schema public to recordings_system;
        alter function search_recordings(tsquery) owner to recordings_system;
        alter function search_segments(tsquery, uuid[], integer) owner to recordings_system;
        revoke create on schema public from recordings_system;
        revoke execute on function search_recordings(tsquery), search_segments(tsquery, uuid[], integer) from public;
        grant execute on function search_recordings(tsquery), search_segments(tsquery, uuid[], integer) to recordings_app;
        """;
}
