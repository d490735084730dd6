using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>On whose side somebody acts on a return or a replacement.</summary>
[Flags]
public enum ReturnSide
{
    None = 0,
    Buyer = 1,
    Shop = 2,
    Keeper = 4,
    Officer = 8,
    System = 16,
}

public static class ReturnSides
{
    public static ReturnSide Of(Actor actor) => actor.Role switch
    {
        "pembeli" => ReturnSide.Buyer,
        "penjual" or "staf_toko" => ReturnSide.Shop,
        Actor.KeeperRole => ReturnSide.Keeper,
        Accounts.Roles.Operator or Accounts.Roles.CallCentre => ReturnSide.Officer,
        "sistem" => ReturnSide.System,
        _ => ReturnSide.None,
    };

    /// <exception cref="RuleBroken"><c>return.not_yours</c></exception>
    public static void Require(Actor actor, ReturnSide who)
    {
        if ((Of(actor) & who) == ReturnSide.None)
        {
            throw new RuleBroken("return.not_yours", "Langkah ini bukan bagian Anda. Tunggu pihak lain, atau hubungi kami di halaman Pengaduan.");
        }
    }
}
