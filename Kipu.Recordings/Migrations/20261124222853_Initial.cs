using System;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.CreateSearchConfigurations();

            migrationBuilder.CreateTable(
                name: "organization_counters",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recordings = table.Column<int>(type: "integer", nullable: false),
                    status_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_counters", x => x.organization_id);
                });

            migrationBuilder.CreateTable(
                name: "recordings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    has_own_title = table.Column<bool>(type: "boolean", nullable: false),
                    requested_language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "jsonb", nullable: true),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_version = table.Column<long>(type: "bigint", nullable: false),
                    duration_seconds = table.Column<double>(type: "double precision", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    executive_summary = table.Column<string>(type: "text", nullable: true),
                    decisions = table.Column<int>(type: "integer", nullable: false),
                    open_action_items = table.Column<int>(type: "integer", nullable: false),
                    speakers = table.Column<string>(type: "jsonb", nullable: false),
                    tags = table.Column<string>(type: "jsonb", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    idempotency_fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "to_tsvector('kipu_es', title) || to_tsvector('kipu_en', title) || to_tsvector('kipu_plain', title)\n  || to_tsvector('kipu_es', coalesce(executive_summary, '')) || to_tsvector('kipu_en', coalesce(executive_summary, ''))\n  || to_tsvector('kipu_plain', coalesce(executive_summary, ''))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recordings", x => x.id);
                    table.UniqueConstraint("ak_recordings_organization_id_id", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "analyses",
                columns: table => new
                {
                    recording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    has_transcript = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analyses", x => x.recording_id);
                    table.ForeignKey(
                        name: "fk_analyses_recordings_organization_id_recording_id",
                        columns: x => new { x.organization_id, x.recording_id },
                        principalTable: "recordings",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcript_segments",
                columns: table => new
                {
                    recording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    segment_id = table.Column<string>(type: "text", nullable: false),
                    speaker_id = table.Column<string>(type: "text", nullable: false),
                    speaker = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    start_seconds = table.Column<double>(type: "double precision", nullable: false),
                    end_seconds = table.Column<double>(type: "double precision", nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "case left(language, 2) when 'es' then to_tsvector('kipu_es', text) when 'en' then to_tsvector('kipu_en', text) else ''::tsvector end\n  || to_tsvector('kipu_plain', text)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript_segments", x => new { x.recording_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_transcript_segments_recordings_organization_id_recording_id",
                        columns: x => new { x.organization_id, x.recording_id },
                        principalTable: "recordings",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_analyses_organization_id_recording_id",
                table: "analyses",
                columns: new[] { "organization_id", "recording_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "created_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_idempotency_key",
                table: "recordings",
                columns: new[] { "organization_id", "idempotency_key" },
                unique: true,
                filter: "idempotency_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_search",
                table: "recordings",
                columns: new[] { "organization_id", "search" })
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_status_version",
                table: "recordings",
                columns: new[] { "organization_id", "status_version" });

            migrationBuilder.CreateIndex(
                name: "ix_transcript_segments_organization_id_recording_id",
                table: "transcript_segments",
                columns: new[] { "organization_id", "recording_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transcript_segments_organization_id_search",
                table: "transcript_segments",
                columns: new[] { "organization_id", "search" })
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.ForceTenantPolicy("organization_counters", "recordings");
            migrationBuilder.ForceTenantPolicy("recordings", "recordings");
            migrationBuilder.ForceTenantPolicy("analyses", "recordings");
            migrationBuilder.ForceTenantPolicy("transcript_segments", "recordings");
            migrationBuilder.CreateSearchFunctions();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analyses");

            migrationBuilder.DropTable(
                name: "organization_counters");

            migrationBuilder.DropTable(
                name: "transcript_segments");

            migrationBuilder.DropTable(
                name: "recordings");

            migrationBuilder.DropSearch();
        }
    }
}
