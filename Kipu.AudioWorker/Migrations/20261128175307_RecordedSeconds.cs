using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.AudioWorker.Migrations
{
    /// <inheritdoc />
    public partial class RecordedSeconds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "recorded_seconds",
                table: "jobs",
                type: "double precision",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "recorded_seconds",
                table: "jobs");
        }
    }
}
