using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Payments.Migrations
{
    /// <inheritdoc />
    public partial class CheckoutTrace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace_parent",
                table: "checkouts",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trace_parent",
                table: "checkouts");
        }
    }
}
