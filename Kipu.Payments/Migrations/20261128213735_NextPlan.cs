using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Payments.Migrations
{
    /// <inheritdoc />
    public partial class NextPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "next_plan",
                table: "subscriptions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "next_plan",
                table: "subscriptions");
        }
    }
}
