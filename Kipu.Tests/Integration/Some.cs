using System.Security.Cryptography;

namespace Kipu.Tests;

/// <summary>Data that a test needs but isn't about. Each call makes its own, so that tests don't meet.</summary>
public static class Some
{
    public const string Password = "correct horse battery 42";
    public const string Name = "Ana Restrepo";

    public static string Email() => $"ana-{Unique()}@example.com";

    public static string OrganizationName() => $"Organization {Unique()}";

    public static Guid RecordingId() => Guid.CreateVersion7();

    /// <summary>Bytes that stand for audio where nobody listens to them.</summary>
    public static byte[] Audio(int bytes) => RandomNumberGenerator.GetBytes(bytes);

    private static string Unique() => Guid.NewGuid().ToString("N");
}
