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
        create function search_query(words text[], unfinished boolean, must_have_all boolean) returns tsquery
        language plpgsql immutable parallel safe set search_path = pg_catalog, public, pg_temp set client_min_messages = warning as $$
        declare
          word text;
          place integer := 0;
          part tsquery;
          stems tsquery;
          needed tsquery := ''::tsquery;
          anything tsquery := ''::tsquery;
        begin
          foreach word in array words loop
            place := place + 1;
            stems := plainto_tsquery('kipu_es', word) || plainto_tsquery('kipu_en', word);
            if unfinished and place = cardinality(words) then
              part := stems || to_tsquery('kipu_plain', quote_literal(word) || ':*');
            else
              part := stems || plainto_tsquery('kipu_plain', word);
            end if;
            anything := case when must_have_all then anything && part else anything || part end;
            if (unfinished and place = cardinality(words))
                or (numnode(plainto_tsquery('kipu_es', word)) > 0 and numnode(plainto_tsquery('kipu_en', word)) > 0) then
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
        create function search_marks(language text, body text, query tsquery) returns text
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
