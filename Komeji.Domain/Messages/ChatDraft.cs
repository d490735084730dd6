using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>What somebody is about to say: words, pictures, or both.</summary>
public sealed record ChatDraft
{
    public const int Longest = 2_000;
    public const int MostPictures = 5;

    ChatDraft(string text, IReadOnlyList<string> pictures) => (Text, Pictures) = (text, pictures);

    /// <summary>In its plain form: nothing in it that nobody sees, nor anything that turns the direction of reading.</summary>
    public string Text { get; }

    /// <summary>Keys of stored pictures.</summary>
    public IReadOnlyList<string> Pictures { get; }

    /// <exception cref="RuleBroken"><c>chat.hidden</c>, <c>chat.too_long</c>, <c>chat.empty</c>, <c>chat.pictures</c></exception>
    public static ChatDraft Of(string typed, IReadOnlyList<string> pictures) => new(Check(typed, pictures.Count), pictures);

    /// <summary>The same before any work is done for the pictures.</summary>
    /// <returns>The text in its plain form.</returns>
    /// <exception cref="RuleBroken"><c>chat.hidden</c>, <c>chat.too_long</c>, <c>chat.empty</c>, <c>chat.pictures</c></exception>
    public static string Check(string typed, int pictures)
    {
        var text = Plain(typed);
        if (text.Length > Longest)
        {
            throw new RuleBroken("chat.too_long", $"Satu pesan paling panjang 2.000 huruf. Kirim sisanya dalam pesan berikutnya.");
        }

        if (pictures > MostPictures)
        {
            throw new RuleBroken("chat.pictures", $"Satu pesan paling banyak {MostPictures} foto. Kirim sisanya dalam pesan berikutnya.");
        }

        return text.Length > 0 || pictures > 0 ? text : throw new RuleBroken("chat.empty", "Tulis pesannya, atau pilih foto yang akan dikirim.");
    }

    /// <exception cref="RuleBroken"><c>chat.hidden</c></exception>
    internal static string Plain(string typed) =>
        PlainText.Read(typed, lines: true)?.Trim() ?? throw new RuleBroken("chat.hidden", "Ada karakter tersembunyi dalam pesan ini. Ketik ulang pesannya, lalu kirim.");
}
