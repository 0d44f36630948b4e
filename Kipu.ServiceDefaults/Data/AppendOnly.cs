using Microsoft.EntityFrameworkCore.Migrations;

namespace Kipu.ServiceDefaults;

/// <summary>Tables whose rows stay as they were written.</summary>
public static class AppendOnly
{
    /// <summary>Stands as a table's comment; the grants that follow each migration leave such tables without update and delete.</summary>
    internal const string Mark = "append-only";

    /// <summary>Lets the service add rows to the table and read them, and nothing else: neither its own role nor its system role.</summary>
    public static void AppendOnlyTable(this MigrationBuilder migration, string table) => migration.Sql($"comment on table {table} is '{Mark}'");
}
