using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <summary>
    /// The search columns and their indexes leave the model and stay in the database: as part of the model they were sent with every row that
    /// was read, and returned with every one that was written.
    /// </summary>
    public partial class ReadWithoutSearchColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
