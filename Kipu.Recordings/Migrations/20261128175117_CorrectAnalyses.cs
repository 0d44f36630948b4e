using System;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <inheritdoc />
    public partial class CorrectAnalyses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "edit",
                table: "transcript_segments",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "action_items",
                columns: table => new
                {
                    recording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    owner_key = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<string>(type: "text", nullable: true),
                    done = table.Column<bool>(type: "boolean", nullable: false),
                    at_seconds = table.Column<double>(type: "double precision", nullable: true),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edit = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_items", x => new { x.recording_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_action_items_recordings_organization_id_recording_id",
                        columns: x => new { x.organization_id, x.recording_id },
                        principalTable: "recordings",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_organization_id_done_recorded_at_recording_id_",
                table: "action_items",
                columns: new[] { "organization_id", "done", "recorded_at", "recording_id", "ordinal" },
                descending: new[] { false, false, true, true, false });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_organization_id_owner_key_recorded_at_recordin",
                table: "action_items",
                columns: new[] { "organization_id", "owner_key", "recorded_at", "recording_id", "ordinal" },
                descending: new[] { false, false, true, true, false });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_organization_id_recorded_at_recording_id_ordin",
                table: "action_items",
                columns: new[] { "organization_id", "recorded_at", "recording_id", "ordinal" },
                descending: new[] { false, true, true, false });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_organization_id_recording_id",
                table: "action_items",
                columns: new[] { "organization_id", "recording_id" });

            migrationBuilder.ForceTenantPolicy("action_items", "recordings");

            // The owner is bound by the policies as well, unless they are lifted while it moves data.
            migrationBuilder.Sql(
                """
                alter table recordings no force row level security;
                alter table analyses no force row level security;
                alter table action_items no force row level security;
                insert into action_items (organization_id, recording_id, recorded_at, ordinal, item_id, text, owner, owner_key, due, done, at_seconds, evidence, state)
                select a.organization_id, a.recording_id, r.created_at, item.place - 1, item.value ->> 'id', item.value ->> 'text', item.value ->> 'owner',
                  lower(trim(item.value ->> 'owner')), item.value ->> 'due', (item.value ->> 'done')::boolean, (item.value ->> 'atSeconds')::double precision,
                  item.value -> 'evidence', initcap(item.value ->> 'state')
                from analyses a join recordings r on r.id = a.recording_id
                cross join jsonb_array_elements(a.document -> 'actionItems') with ordinality as item (value, place);
                update analyses set document = jsonb_set(document, '{actionItems}', '[]');
                alter table recordings force row level security;
                alter table analyses force row level security;
                alter table action_items force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_items");

            migrationBuilder.DropColumn(
                name: "edit",
                table: "transcript_segments");
        }
    }
}
