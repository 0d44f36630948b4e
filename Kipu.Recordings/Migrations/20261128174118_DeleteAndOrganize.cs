using System;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <inheritdoc />
    public partial class DeleteAndOrganize : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_created_at_id",
                table: "recordings");

            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "recordings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "recordings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "deleted_by",
                table: "recordings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_own_tags",
                table: "recordings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "markers",
                table: "recordings",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "recording_tags",
                columns: table => new
                {
                    recording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recording_tags", x => new { x.recording_id, x.key });
                    table.ForeignKey(
                        name: "fk_recording_tags_recordings_organization_id_recording_id",
                        columns: x => new { x.organization_id, x.recording_id },
                        principalTable: "recordings",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recordings_deleted",
                table: "recordings",
                columns: new[] { "organization_id", "created_at", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_deleted_at",
                table: "recordings",
                column: "deleted_at",
                filter: "deleted_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_category_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "category", "created_at", "id" },
                descending: new[] { false, false, true, true },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "created_at", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_status_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "status", "created_at", "id" },
                descending: new[] { false, false, true, true },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_title_id",
                table: "recordings",
                columns: new[] { "organization_id", "title", "id" },
                filter: "deleted_at is null")
                .Annotation("Relational:Collation", new[] { null, "und-x-icu", null });

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_user_id_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "user_id", "created_at", "id" },
                descending: new[] { false, false, true, true },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recording_tags_organization_id_key_recording_id",
                table: "recording_tags",
                columns: new[] { "organization_id", "key", "recording_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recording_tags_organization_id_recording_id",
                table: "recording_tags",
                columns: new[] { "organization_id", "recording_id" });

            migrationBuilder.ForceTenantPolicy("recording_tags", "recordings");

            // The owner is bound by the policies as well, unless they are lifted while it moves data.
            migrationBuilder.Sql(
                """
                alter table recordings no force row level security;
                alter table analyses no force row level security;
                alter table recording_tags no force row level security;
                update recordings r set category = a.document ->> 'category' from analyses a where a.recording_id = r.id;
                insert into recording_tags (organization_id, recording_id, key)
                select distinct r.organization_id, r.id, lower(trim(tag)) from recordings r cross join jsonb_array_elements_text(r.tags) as tag
                where length(trim(tag)) between 1 and 40;
                alter table recordings force row level security;
                alter table analyses force row level security;
                alter table recording_tags force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recording_tags");

            migrationBuilder.DropIndex(
                name: "ix_recordings_deleted",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_deleted_at",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_category_created_at_id",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_created_at_id",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_status_created_at_id",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_title_id",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "ix_recordings_organization_id_user_id_created_at_id",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "category",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "deleted_by",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "has_own_tags",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "markers",
                table: "recordings");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_organization_id_created_at_id",
                table: "recordings",
                columns: new[] { "organization_id", "created_at", "id" },
                descending: new[] { false, true, true });
        }
    }
}
