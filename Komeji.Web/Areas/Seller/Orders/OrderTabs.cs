using Komeji.Application.Ordering;

namespace Komeji.Web.Areas.Seller.Orders;

/// <summary>The list's views as addresses and pages name them.</summary>
public static class OrderTabs
{
    public static readonly IReadOnlyList<(SellerOrderTab Tab, string Word, string Name)> All =
    [
        (SellerOrderTab.ToDo, "perlu", "Perlu dikerjakan"),
        (SellerOrderTab.New, "baru", "Baru"),
        (SellerOrderTab.Processing, "diproses", "Diproses"),
        (SellerOrderTab.Travelling, "dikirim", "Dikirim"),
        (SellerOrderTab.Completed, "selesai", "Selesai"),
        (SellerOrderTab.Cancelled, "dibatalkan", "Dibatalkan"),
        (SellerOrderTab.All, "semua", "Semua"),
    ];

    public static SellerOrderTab Read(string? word) => All.FirstOrDefault(t => t.Word == word).Tab;
}
