using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.AudioWorker.Migrations
{
    /// <inheritdoc />
    public partial class Usage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ai_cost_micros",
                table: "jobs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ai_tokens",
                table: "jobs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ai_cost_micros",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "ai_tokens",
                table: "jobs");
        }
    }
}
