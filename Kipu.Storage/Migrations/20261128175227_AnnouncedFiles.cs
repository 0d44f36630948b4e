using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AnnouncedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "concat",
                table: "uploads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "length",
                table: "uploads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "metadata",
                table: "uploads",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "concat",
                table: "uploads");

            migrationBuilder.DropColumn(
                name: "length",
                table: "uploads");

            migrationBuilder.DropColumn(
                name: "metadata",
                table: "uploads");
        }
    }
}
