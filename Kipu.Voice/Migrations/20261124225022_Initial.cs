using System;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Voice.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "voice_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    connection_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ticket_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    ticket_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resume_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    resumption_handle = table.Column<string>(type: "text", nullable: true),
                    model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    seconds = table.Column<double>(type: "double precision", nullable: false),
                    input_tokens = table.Column<long>(type: "bigint", nullable: false),
                    output_tokens = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voice_sessions", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "voice_turns",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    input_tokens = table.Column<int>(type: "integer", nullable: false),
                    output_tokens = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voice_turns", x => new { x.organization_id, x.session_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_voice_turns_voice_sessions_organization_id_session_id",
                        columns: x => new { x.organization_id, x.session_id },
                        principalTable: "voice_sessions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_voice_sessions_organization_id_created_at_id",
                table: "voice_sessions",
                columns: new[] { "organization_id", "created_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_voice_sessions_organization_id_held_until",
                table: "voice_sessions",
                columns: new[] { "organization_id", "held_until" },
                filter: "ended_at is null");

            migrationBuilder.ForceTenantPolicy("voice_sessions", "voice");
            migrationBuilder.ForceTenantPolicy("voice_turns", "voice");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "voice_turns");

            migrationBuilder.DropTable(
                name: "voice_sessions");
        }
    }
}
