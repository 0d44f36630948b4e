namespace Aspire.Hosting.ApplicationModel;

/// <summary>An S3 object store. Its connection string is <c>Endpoint=..;AccessKey=..;SecretKey=..</c>.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="secretKey">The secret key that requests are signed with.</param>
public sealed class ObjectStoreResource(string name, ParameterResource secretKey)
    : ContainerResource(name), IResourceWithConnectionString
{
    internal const string EndpointName = "http";

    /// <summary>The access key. It has a colon because Swift's S3 API wants ACCOUNT:USER.</summary>
    public const string AccessKey = "store:app";

    public EndpointReference PrimaryEndpoint => new(this, EndpointName);

    public ParameterResource SecretKeyParameter { get; } = secretKey;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Endpoint={PrimaryEndpoint.Property(EndpointProperty.Url)};AccessKey={AccessKey};SecretKey={SecretKeyParameter}");
}

/// <summary>A bucket of an object store. Its connection string is the store's with <c>;Bucket=..</c> at the end.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="bucketName">The bucket's name in the store.</param>
/// <param name="parent">The store.</param>
public sealed class ObjectBucketResource(string name, string bucketName, ObjectStoreResource parent)
    : Resource(name), IResourceWithParent<ObjectStoreResource>, IResourceWithConnectionString
{
    public ObjectStoreResource Parent => parent;

    public string BucketName => bucketName;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};Bucket={BucketName}");
}
