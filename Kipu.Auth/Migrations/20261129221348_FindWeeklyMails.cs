using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Auth.Migrations
{
    /// <inheritdoc />
    public partial class FindWeeklyMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_users_weekly_tasks_since",
                table: "users",
                column: "weekly_tasks_since",
                filter: "weekly_tasks_since is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_users_weekly_tasks_since",
                table: "users");
        }
    }
}
