using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Auth.Migrations
{
    /// <inheritdoc />
    public partial class WeeklyTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "weekly_tasks_since",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            // The owner is bound by the policies as well, unless they are lifted while it moves data.
            migrationBuilder.Sql(
                """
                alter table users no force row level security;
                update users set weekly_tasks_since = now() where notifies_weekly_tasks;
                alter table users force row level security;
                """);

            migrationBuilder.DropColumn(
                name: "notifies_weekly_tasks",
                table: "users");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "notifies_weekly_tasks",
                table: "users",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(
                """
                alter table users no force row level security;
                update users set notifies_weekly_tasks = weekly_tasks_since is not null;
                alter table users force row level security;
                """);

            migrationBuilder.DropColumn(
                name: "weekly_tasks_since",
                table: "users");
        }
    }
}
