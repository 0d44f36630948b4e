using Microsoft.EntityFrameworkCore.Migrations;

namespace Kipu.ServiceDefaults;

/// <summary>Row-level security, as migrations write it down.</summary>
public static class TenantPolicy
{
    /// <summary>
    /// Shows and takes only rows of the transaction's organization, whoever asks, the table's owner included;
    /// <c>{service}_system</c> sees all. Without an organization there is nothing to see.
    /// </summary>
    /// <remarks>
    /// The sub-select is worked out once per statement, not once per row. After a transaction-local setting ends, its value is
    /// an empty string and not null: hence nullif.
    /// </remarks>
    public static void ForceTenantPolicy(this MigrationBuilder migration, string table, string service)
    {
        const string Own = "organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)";
        migration.Sql($"""
            alter table {table} enable row level security;
            alter table {table} force row level security;
            create policy tenant on {table} using ({Own}) with check ({Own});
            create policy system on {table} to {service}_system using (true) with check (true);
            """);
    }
}
