using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SmallChunksInRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "content",
                table: "chunks",
                type: "bytea",
                nullable: true);

            // Audio is compressed already: PostgreSQL would try in vain.
            migrationBuilder.Sql("alter table chunks alter column content set storage external");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "content",
                table: "chunks");
        }
    }
}
