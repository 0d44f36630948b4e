using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Storage.Migrations
{
    /// <inheritdoc />
    public partial class EndedUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_uploads_untidied",
                table: "uploads");

            migrationBuilder.RenameColumn(
                name: "finalized_at",
                table: "uploads",
                newName: "ended_at");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "heard_at",
                table: "uploads",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_gone",
                table: "uploads",
                column: "ended_at",
                filter: "state = 'Gone'");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_open",
                table: "uploads",
                column: "created_at",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_untidied",
                table: "uploads",
                column: "ended_at",
                filter: "tidied_at is null and ended_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_uploads_gone",
                table: "uploads");

            migrationBuilder.DropIndex(
                name: "ix_uploads_open",
                table: "uploads");

            migrationBuilder.DropIndex(
                name: "ix_uploads_untidied",
                table: "uploads");

            migrationBuilder.DropColumn(
                name: "heard_at",
                table: "uploads");

            migrationBuilder.RenameColumn(
                name: "ended_at",
                table: "uploads",
                newName: "finalized_at");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_untidied",
                table: "uploads",
                column: "finalized_at",
                filter: "tidied_at is null and finalized_at is not null");
        }
    }
}
