namespace Kipu.ServiceDefaults;

/// <summary>How a service reaches its database.</summary>
/// <param name="Service">The service, which its roles are named after: <c>{service}_app</c> and <c>{service}_system</c>.</param>
/// <param name="OwnerConnectionString">For migrations: a role that may create roles and tables. Null where only the app role's is given.</param>
/// <param name="AppConnectionString">For everything else: a role that owns no table and is bound by row-level security.</param>
/// <param name="AppPassword">The app role's password, where migrations are to set it.</param>
public sealed record DatabaseConnection(string Service, string? OwnerConnectionString, string AppConnectionString, string? AppPassword)
{
    public string AppRole => $"{Service}_app";

    public string SystemRole => $"{Service}_system";
}
