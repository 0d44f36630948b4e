using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.AudioWorker.Migrations
{
    /// <inheritdoc />
    public partial class FindJobsByRecording : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_jobs_organization_id_recording_id",
                table: "jobs",
                columns: new[] { "organization_id", "recording_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_jobs_organization_id_recording_id",
                table: "jobs");
        }
    }
}
