using System;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <inheritdoc />
    public partial class AnalyseByTemplate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "output_language",
                table: "recordings",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "recordings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "analysis_settings",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    output_language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    template = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    updated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analysis_settings", x => x.organization_id);
                });

            migrationBuilder.CreateTable(
                name: "analysis_templates",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    instructions = table.Column<string>(type: "text", nullable: true),
                    sections = table.Column<string>(type: "jsonb", nullable: false),
                    updated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analysis_templates", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "known_people",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_people", x => new { x.organization_id, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_known_people_organization_id_named_at",
                table: "known_people",
                columns: new[] { "organization_id", "named_at" },
                descending: new[] { false, true });

            migrationBuilder.ForceTenantPolicy("analysis_settings", "recordings");
            migrationBuilder.ForceTenantPolicy("analysis_templates", "recordings");
            migrationBuilder.ForceTenantPolicy("known_people", "recordings");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analysis_settings");

            migrationBuilder.DropTable(
                name: "analysis_templates");

            migrationBuilder.DropTable(
                name: "known_people");

            migrationBuilder.DropColumn(
                name: "output_language",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "template",
                table: "recordings");
        }
    }
}
