using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecondFactor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FactorResetId",
                table: "StateChanges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ProvenAt",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SecondFactor",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FactorResets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovalsNeeded = table.Column<int>(type: "integer", nullable: false),
                    FirstApproval = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SecondApproval = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactorResets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnownDevices",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownDevices", x => new { x.UserId, x.KeyHash });
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecondFactors",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sealed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Offered = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastStep = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecondFactors", x => x.UserId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StateChanges_FactorResetId",
                table: "StateChanges",
                column: "FactorResetId");

            migrationBuilder.CreateIndex(
                name: "IX_FactorResets_State_NotBefore",
                table: "FactorResets",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_FactorResets_UserId",
                table: "FactorResets",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_KnownDevices_SeenAt",
                table: "KnownDevices",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_UserId_CodeHash",
                table: "RecoveryCodes",
                columns: new[] { "UserId", "CodeHash" });

            migrationBuilder.AddForeignKey(
                name: "FK_StateChanges_FactorResets_FactorResetId",
                table: "StateChanges",
                column: "FactorResetId",
                principalTable: "FactorResets",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_StateChanges_FactorResets_FactorResetId",
                table: "StateChanges");

            migrationBuilder.DropTable(
                name: "FactorResets");

            migrationBuilder.DropTable(
                name: "KnownDevices");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "SecondFactors");

            migrationBuilder.DropIndex(
                name: "IX_StateChanges_FactorResetId",
                table: "StateChanges");

            migrationBuilder.DropColumn(
                name: "FactorResetId",
                table: "StateChanges");

            migrationBuilder.DropColumn(
                name: "ProvenAt",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SecondFactor",
                table: "Sessions");
        }
    }
}
