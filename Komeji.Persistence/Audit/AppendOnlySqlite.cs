namespace Komeji.Persistence.Audit;

/// <summary>What people saw, decided, answered and did for others is written once: SQLite itself refuses to change or remove it, whoever asks.</summary>
static class AppendOnlySqlite
{
    public static readonly IReadOnlyList<string> Statements =
    [
        """CREATE TRIGGER IF NOT EXISTS audit_access_kept BEFORE UPDATE ON "DataAccesses" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_access_stays BEFORE DELETE ON "DataAccesses" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_step_kept BEFORE UPDATE ON "StateChanges" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_step_stays BEFORE DELETE ON "StateChanges" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_answer_kept BEFORE UPDATE ON "OfficeAnswers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_answer_stays BEFORE DELETE ON "OfficeAnswers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_deed_kept BEFORE UPDATE ON "ShopDeeds" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_deed_stays BEFORE DELETE ON "ShopDeeds" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_chat_view_kept BEFORE UPDATE ON "ChatViews" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_chat_view_stays BEFORE DELETE ON "ChatViews" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_rule_kept BEFORE UPDATE ON "TaxRules" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_rule_stays BEFORE DELETE ON "TaxRules" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_duty_kept BEFORE UPDATE ON "TaxDuties" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_duty_stays BEFORE DELETE ON "TaxDuties" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_paper_kept BEFORE UPDATE ON "SellerTaxPapers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_tax_paper_stays BEFORE DELETE ON "SellerTaxPapers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_kept BEFORE UPDATE ON "RefundDecisions" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_stays BEFORE DELETE ON "RefundDecisions" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_line_kept BEFORE UPDATE ON "RefundLines" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_line_stays BEFORE DELETE ON "RefundLines" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_share_kept BEFORE UPDATE ON "RefundShares" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_refund_share_stays BEFORE DELETE ON "RefundShares" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_claim_payment_kept BEFORE UPDATE ON "ClaimPayments" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_claim_payment_stays BEFORE DELETE ON "ClaimPayments" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_shop_payment_kept BEFORE UPDATE ON "ShopPayments" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_shop_payment_stays BEFORE DELETE ON "ShopPayments" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """
        CREATE TRIGGER IF NOT EXISTS audit_money_approval_kept BEFORE UPDATE ON "MoneyApprovals"
        WHEN OLD."State" <> 'Waiting' OR (OLD."Id", OLD."Act", OLD."SubjectId", OLD."PurchaseId", OLD."Number", OLD."Amount", OLD."Reason", OLD."Details", OLD."Seen", OLD."AskedBy", OLD."AskedAs", OLD."AskedAt")
            IS NOT (NEW."Id", NEW."Act", NEW."SubjectId", NEW."PurchaseId", NEW."Number", NEW."Amount", NEW."Reason", NEW."Details", NEW."Seen", NEW."AskedBy", NEW."AskedAs", NEW."AskedAt")
        BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END
        """,
        """CREATE TRIGGER IF NOT EXISTS audit_money_approval_stays BEFORE DELETE ON "MoneyApprovals" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_offer_kept BEFORE UPDATE ON "ComplaintOffers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_offer_stays BEFORE DELETE ON "ComplaintOffers" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_line_kept BEFORE UPDATE ON "ComplaintOfferLines" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_line_stays BEFORE DELETE ON "ComplaintOfferLines" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_post_kept BEFORE UPDATE ON "ComplaintPosts" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_complaint_post_stays BEFORE DELETE ON "ComplaintPosts" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_note_kept BEFORE UPDATE ON "CaseNotes" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_note_stays BEFORE DELETE ON "CaseNotes" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_reveal_kept BEFORE UPDATE ON "DataReveals" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_reveal_stays BEFORE DELETE ON "DataReveals" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_service_month_kept BEFORE UPDATE ON "ServiceMonths" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_service_month_stays BEFORE DELETE ON "ServiceMonths" BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END""",
    ];
}
