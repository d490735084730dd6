using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>Somebody saw what is not for everyone: written when it happens, never changed.</summary>
public sealed class DataAccess
{
    DataAccess() { }

    public DataAccess(DocumentId document, StoreId store, UserId who, string role, string what, string why, DateTimeOffset at)
    {
        DocumentId = document;
        StoreId = store;
        WhoId = who;
        Role = role;
        What = what;
        Why = why;
        At = at;
    }

    public long Id { get; private set; }
    public DocumentId DocumentId { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId WhoId { get; private set; }
    public string Role { get; private set; } = "";

    /// <summary><c>berkas</c> or <c>nomor</c>.</summary>
    public string What { get; private set; } = "";
    public string Why { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
