using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kipu.Recordings.Migrations
{
    /// <inheritdoc />
    public partial class SearchWordByWord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.SearchWordByWord();

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.SearchByTokens();
    }
}
