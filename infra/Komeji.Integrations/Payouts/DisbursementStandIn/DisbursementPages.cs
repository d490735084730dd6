using System.Net;
using System.Text.Json.Nodes;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payouts.DisbursementStandIn;

/// <summary>The provider's desk: transfers and what the bank does with them, by hand.</summary>
static class DisbursementPages
{
    const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1b1f24}main{max-width:30rem;margin:0 auto;padding:1rem}
        section{background:#fff;border:1px solid #d5d9de;border-radius:.75rem;padding:1.25rem;margin-bottom:1rem}h1{font-size:1.25rem}
        form{display:grid;gap:.5rem;margin-top:1rem}button{font:inherit;padding:.75rem;border-radius:.5rem;border:1px solid #5b6470;background:#fff}
        p.kecil{font-size:.875rem;color:#4a525c;overflow-wrap:anywhere}
        """;

    public static IResult List(DisbursementBooks books)
    {
        var all = books.All();
        var rows = all.Count > 0 ? string.Concat(all.Select(Row)) : "<section><p>Belum ada transfer. Kirim pencairan lewat penyedia di Komeji, lalu muat ulang halaman ini.</p></section>";
        return Results.Content($"""
            <!doctype html>
            <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>Transfer – tiruan penyedia pencairan</title><style>{Style}</style></head>
            <body><main><h1>Transfer</h1><p class="kecil">Tiruan penyedia pencairan untuk mencoba. Tidak ada uang sungguhan yang berpindah.</p>{rows}</main></body></html>
            """, "text/html; charset=utf-8");
    }

    public static IResult Act(DisbursementBooks books, HttpRequest request, string reference, string act)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return Results.BadRequest();
        }

        switch (act)
        {
            case "sampai" when books.Show(reference) is not null:
                books.Complete(reference);
                break;
            case "gagal" when books.Show(reference) is not null:
                books.Fail(reference);
                break;
            case "kembali" when books.Show(reference) is not null:
                books.Return(reference);
                break;
            default:
                return Results.NotFound();
        }

        return Results.Redirect("/");
    }

    static string Row(JsonObject transfer)
    {
        var address = "/transfer/" + Encode(transfer.Text("reference"));
        return $"""
            <section><div>{Encode(transfer.Text("status"))}</div><b>{new Rupiah(transfer.Number("amount"))}</b>
            <p class="kecil">{Encode(transfer.Text("bank_code"))} {Encode(transfer.Text("account_name"))}, {Encode(transfer.Text("reference"))}</p>
            <form method="post"><button formaction="{address}/sampai">Sampai</button><button formaction="{address}/gagal">Gagal</button><button formaction="{address}/kembali">Kembali</button></form></section>
            """;
    }

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
