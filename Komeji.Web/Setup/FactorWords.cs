namespace Komeji.Web.Setup;

/// <summary>What the pages that ask for a code say alike.</summary>
static class FactorWords
{
    /// <summary>Paper has no clock: waiting for the next code would be the wrong advice.</summary>
    public const string WrongOnPaper = "Kode pemulihan ini tidak cocok. Periksa tiap huruf dan angka; kode yang pernah dipakai atau sudah diganti tidak berlaku.";
}
