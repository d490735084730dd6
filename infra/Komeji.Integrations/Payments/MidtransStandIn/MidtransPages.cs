using System.Net;
using System.Text.Json.Nodes;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <summary>Where codes and numbers are paid by hand, and the page for wallets and cards. They stand for other companies' sites.</summary>
static class MidtransPages
{
    const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1b1f24}main{max-width:30rem;margin:0 auto;padding:1rem}
        section{background:#fff;border:1px solid #d5d9de;border-radius:.75rem;padding:1.25rem;margin-bottom:1rem}h1{font-size:1.25rem;margin:0 0 .5rem}
        .jumlah{font-size:1.5rem;font-weight:700;margin:.25rem 0}form{display:grid;gap:.5rem;margin-top:1rem}
        button,a.tombol{font:inherit;display:block;text-align:center;padding:.75rem;border-radius:.5rem;border:1px solid #5b6470;background:#fff;color:inherit;text-decoration:none;cursor:pointer}
        button.utama{background:#0b5f8a;border-color:#0b5f8a;color:#fff}p.kecil{font-size:.875rem;color:#4a525c;overflow-wrap:anywhere}
        """;

    /// <summary>What waits to be paid: as if it had been scanned, or transferred to.</summary>
    public static IResult List(MidtransBooks books)
    {
        var waiting = books.Waiting();
        var rows = string.Concat(waiting.Select(t => $"""
            <section><div>{Encode(t.Text("payment_type"))} {Encode(t.Text("bank"))}</div><div class="jumlah">{new Rupiah(t.Number("gross"))}</div>
            <p class="kecil">{Encode(t.Text("order_id"))}</p>
            <form method="post"><button class="utama" formaction="/bayar/{Encode(t.Text("id"))}/bayar" data-testid="standin-pay">Bayar</button>
            <button formaction="/bayar/{Encode(t.Text("id"))}/tolak">Tolak</button></form></section>
            """));
        var shown = waiting.Count > 0 ? rows : "<section><p>Belum ada yang menunggu dibayar. Pilih QRIS atau Virtual Account di Komeji, lalu muat ulang halaman ini.</p></section>";
        return Page("Bayar kode dan nomor", shown + "<p><a class=\"tombol\" href=\"/laporan.csv\">Unduh laporan penyelesaian</a></p>");
    }

    public static IResult Act(MidtransBooks books, HttpRequest request, string id, string act)
    {
        if (IsFromElsewhere(request))
        {
            return Results.BadRequest();
        }

        switch (act)
        {
            case "bayar":
                books.Pay(id);
                break;
            case "tolak" when books.Show(id) is not null:
                books.Deny(id);
                break;
            default:
                return Results.NotFound();
        }

        return Results.Redirect("/");
    }

    public static IResult Show(MidtransBooks books, string token)
    {
        if (books.PageOf(token) is not { } page)
        {
            return Results.NotFound();
        }

        var offers = page["offers"]!.AsArray().Select(o => o!.GetValue<string>()).ToList();
        var buttons = string.Concat(offers.Select(o => $"""<button class="utama" formaction="/snap/v4/redirection/{Encode(token)}/{Encode(o)}" data-testid="standin-{Encode(o)}">Bayar dengan {Encode(o)}</button>"""));
        return Page("Bayar ke Komeji", $"""
            <section><h1>Bayar ke Komeji</h1><div class="jumlah">{new Rupiah(page.Number("gross"))}</div>
            {(page.Text("state") == "open" ? $"<form method=\"post\">{buttons}</form>" : "<p>Halaman ini sudah ditutup.</p>")}
            <p><a class="tombol" href="{Encode(page.Text("finish"))}">Kembali ke Komeji</a></p></section>
            """);
    }

    public static IResult Choose(MidtransBooks books, HttpRequest request, string token, string type)
    {
        if (IsFromElsewhere(request) || books.PageOf(token) is not { } page)
        {
            return Results.BadRequest();
        }

        if (page["offers"]!.AsArray().Any(o => o!.GetValue<string>() == type) && books.Choose(token, type) is { } transaction)
        {
            books.Pay(transaction);
        }

        return Results.Redirect(page.Text("finish"));
    }

    static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    static IResult Page(string title, string body) => Results.Content($"""
        <!doctype html>
        <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>{title} – tiruan Midtrans</title><style>{Style}</style></head>
        <body><main><p class="kecil">Tiruan penyedia pembayaran untuk mencoba. Tidak ada uang sungguhan yang berpindah.</p>{body}</main></body></html>
        """, "text/html; charset=utf-8");

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
