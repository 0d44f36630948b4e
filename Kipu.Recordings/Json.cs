using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>Values that are kept whole, as jsonb, and are replaced rather than changed.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new StorableConverter() } };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
    {
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
                value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }

    private sealed class StorableConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text ? Storable.Text(text) : null;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Storable.Text(value));
    }
}

/// <summary>Texts as everything can take them that keeps them or is written from them.</summary>
internal static class Storable
{
    /// <summary>PostgreSQL keeps no U+0000; XML, and with it Word, has no U+FFFE and U+FFFF, nor are they normalized.</summary>
    public static string Text(string text) => text.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') < 0 ? text
        : string.Concat(text.Where(c => c is not ('\0' or '\uFFFE' or '\uFFFF')));

    /// <summary>An analysis with all of its texts so.</summary>
    public static AnalysisDocument Document(AnalysisDocument document) =>
        JsonSerializer.Deserialize<AnalysisDocument>(JsonSerializer.SerializeToUtf8Bytes(document, Json.Options), Json.Options)!;
}
