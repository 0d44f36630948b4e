using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Payments.Migrations
{
    /// <inheritdoc />
    public partial class Billing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "webhook_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "problem",
                table: "webhook_events",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "replays",
                table: "webhook_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "webhook_events",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Webhook");

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "sync_tasks",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Webhook");

            migrationBuilder.AddColumn<bool>(
                name: "falls_to_free",
                table: "subscriptions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "grace_until",
                table: "subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dispute",
                table: "payments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<long>(
                name: "refunded_minor",
                table: "payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "billing_commands",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_commands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reconciliation_turns",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cursor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliation_turns", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_grace_until",
                table: "subscriptions",
                column: "grace_until",
                filter: "status = 'PastDue'");

            migrationBuilder.CreateIndex(
                name: "ix_billing_commands_organization_id_client_key",
                table: "billing_commands",
                columns: new[] { "organization_id", "client_key" },
                unique: true,
                filter: "client_key is not null");

            migrationBuilder.ForceTenantPolicy("billing_commands", "payments");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billing_commands");

            migrationBuilder.DropTable(
                name: "reconciliation_turns");

            migrationBuilder.DropIndex(
                name: "ix_subscriptions_grace_until",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "webhook_events");

            migrationBuilder.DropColumn(
                name: "problem",
                table: "webhook_events");

            migrationBuilder.DropColumn(
                name: "replays",
                table: "webhook_events");

            migrationBuilder.DropColumn(
                name: "source",
                table: "webhook_events");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "sync_tasks");

            migrationBuilder.DropColumn(
                name: "falls_to_free",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "grace_until",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "dispute",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "refunded_minor",
                table: "payments");
        }
    }
}
