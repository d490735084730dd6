namespace Komeji.Persistence.Audit;

/// <summary>What people saw, decided, answered and did for others is written once: PostgreSQL itself refuses to change or remove it, whoever asks.</summary>
static class AppendOnlyPostgres
{
    public static readonly IReadOnlyList<string> Statements =
    [
        """
        CREATE OR REPLACE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'audit_append_only' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_append_only';
        END $$
        """,
        """CREATE OR REPLACE TRIGGER audit_access_kept BEFORE UPDATE OR DELETE ON "DataAccesses" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_accesses_stay BEFORE TRUNCATE ON "DataAccesses" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_step_kept BEFORE UPDATE OR DELETE ON "StateChanges" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_steps_stay BEFORE TRUNCATE ON "StateChanges" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_answer_kept BEFORE UPDATE OR DELETE ON "OfficeAnswers" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_answers_stay BEFORE TRUNCATE ON "OfficeAnswers" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_deed_kept BEFORE UPDATE OR DELETE ON "ShopDeeds" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_deeds_stay BEFORE TRUNCATE ON "ShopDeeds" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_chat_view_kept BEFORE UPDATE OR DELETE ON "ChatViews" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_chat_views_stay BEFORE TRUNCATE ON "ChatViews" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_rule_kept BEFORE UPDATE OR DELETE ON "TaxRules" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_rules_stay BEFORE TRUNCATE ON "TaxRules" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_duty_kept BEFORE UPDATE OR DELETE ON "TaxDuties" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_duties_stay BEFORE TRUNCATE ON "TaxDuties" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_paper_kept BEFORE UPDATE OR DELETE ON "SellerTaxPapers" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_tax_papers_stay BEFORE TRUNCATE ON "SellerTaxPapers" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refund_kept BEFORE UPDATE OR DELETE ON "RefundDecisions" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refunds_stay BEFORE TRUNCATE ON "RefundDecisions" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refund_line_kept BEFORE UPDATE OR DELETE ON "RefundLines" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refund_lines_stay BEFORE TRUNCATE ON "RefundLines" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refund_share_kept BEFORE UPDATE OR DELETE ON "RefundShares" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_refund_shares_stay BEFORE TRUNCATE ON "RefundShares" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_claim_payment_kept BEFORE UPDATE OR DELETE ON "ClaimPayments" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_claim_payments_stay BEFORE TRUNCATE ON "ClaimPayments" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_shop_payment_kept BEFORE UPDATE OR DELETE ON "ShopPayments" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_shop_payments_stay BEFORE TRUNCATE ON "ShopPayments" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_money_approval_stays BEFORE DELETE ON "MoneyApprovals" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """
        CREATE OR REPLACE TRIGGER audit_money_approval_kept BEFORE UPDATE ON "MoneyApprovals" FOR EACH ROW
        WHEN (OLD."State" <> 'Waiting' OR ROW(OLD."Id", OLD."Act", OLD."SubjectId", OLD."PurchaseId", OLD."Number", OLD."Amount", OLD."Reason", OLD."Details", OLD."Seen", OLD."AskedBy", OLD."AskedAs", OLD."AskedAt")
            IS DISTINCT FROM ROW(NEW."Id", NEW."Act", NEW."SubjectId", NEW."PurchaseId", NEW."Number", NEW."Amount", NEW."Reason", NEW."Details", NEW."Seen", NEW."AskedBy", NEW."AskedAs", NEW."AskedAt"))
        EXECUTE FUNCTION audit_keep()
        """,
        """CREATE OR REPLACE TRIGGER audit_money_approvals_stay BEFORE TRUNCATE ON "MoneyApprovals" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_offer_kept BEFORE UPDATE OR DELETE ON "ComplaintOffers" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_offers_stay BEFORE TRUNCATE ON "ComplaintOffers" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_line_kept BEFORE UPDATE OR DELETE ON "ComplaintOfferLines" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_lines_stay BEFORE TRUNCATE ON "ComplaintOfferLines" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_post_kept BEFORE UPDATE OR DELETE ON "ComplaintPosts" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_complaint_posts_stay BEFORE TRUNCATE ON "ComplaintPosts" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_note_kept BEFORE UPDATE OR DELETE ON "CaseNotes" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_notes_stay BEFORE TRUNCATE ON "CaseNotes" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_reveal_kept BEFORE UPDATE OR DELETE ON "DataReveals" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_reveals_stay BEFORE TRUNCATE ON "DataReveals" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_service_month_kept BEFORE UPDATE OR DELETE ON "ServiceMonths" FOR EACH ROW EXECUTE FUNCTION audit_keep()""",
        """CREATE OR REPLACE TRIGGER audit_service_months_stay BEFORE TRUNCATE ON "ServiceMonths" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep()""",
    ];
}
